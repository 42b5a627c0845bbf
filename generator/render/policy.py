"""What a browser may do with a site's pages: the Content-Security-Policy, and `_headers` for static hosts.

Takes nothing, returns the policy for the `<meta>` of every page and the bytes of a file that Netlify, Cloudflare
Pages and their like turn into response headers. Whether the pages keep to it is verified in `publish`.
"""

from __future__ import annotations

_OWN = "'self'"
_NOTHING = "'none'"
_DIRECTIVES = {
    "default-src": _NOTHING,
    "script-src": _OWN,  # no inline script, no eval; data blocks such as JSON-LD are not scripts
    "style-src": _OWN,
    "img-src": _OWN,
    "font-src": _OWN,
    "connect-src": _OWN,  # the search index
    "manifest-src": _OWN,
    "form-action": _OWN,
    "base-uri": _NOTHING,
}
_WITHOUT_USE = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
    *("magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
"""What no page needs, so that nothing which gets into one can ask for it."""

PAGE_POLICY = "; ".join(f"{name} {source}" for name, source in _DIRECTIVES.items())
"""The policy in each page. It works from files and on hosts that know no headers."""

HEADERS = {
    "Content-Security-Policy": f"{PAGE_POLICY}; frame-ancestors {_NOTHING}",  # browsers ignore this one in <meta>
    "Referrer-Policy": "same-origin",  # another site does not learn who sent somebody looking for a mentor
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _WITHOUT_USE),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers_file() -> bytes:
    """Return `_headers`: one rule for all addresses of the site."""
    return "".join(("/*\n", *(f"  {name}: {value}\n" for name, value in HEADERS.items()))).encode()
