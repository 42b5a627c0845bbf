"""The other ways in which a rule can be broken or kept, in the form of the examples on the pages.

Each case changes the small portal and gives exactly the findings that it marks; without a mark, none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.portal import apply_example, copy_small, findings_of, places_of

_OFFICE = """\
# content/coordinators/broen-kontor.yml
language: da
role: Foreningens kontor
country: DK
organisation: broen
programmes: []
languages:
  - da
email: kontor@broen.example.org
phones:
  - number: 32 12 34 56
"""

_FUNEN = """\
# content/places/fyn.yml
language: da
name: Fyn
place_type: region
country: DK
# content/places/odense.yml
part_of: fyn
"""

CASES = {
    "PP003 an id twice in a list of the record itself": """\
# content/vocabulary/topics.yml
terms:
  - id: job-search
    name: Jobsøgning
  - id: job-search  # PP003
    name: Studiestart
""",
    "PP101 beside mistakes for which the record cannot be read": """\
# content/calls/mentors-odense.yml
closes_on: 2027-02-30  # PP024
colour: red  # PP020
places:
  - odens  # PP101
info_meetings:
  - id: online
    starts: soon  # PP037
    place: broen-odense  # PP102
""",
    "PP101 in a programme: its coordinators and its site are right": """\
# content/programmes/broen-mentor.yml
organisation: broenn  # PP101
""",
    "PP101 in a site: what it would show has readers": """\
# content/programmes/broen-mentor.uk.yml
name: Мережа наставників
# sites/nord/site.yml
name: Nord
summary: Find en mentor.
language: da
organisation: broen
url: https://nord.example.org/
languages: [da, uk]  # PP303
jurisdiction: DK
timezone: Europe/Copenhagen
select:
  - programmes: [broen-mentro]  # PP101
brand:
  colour: "#0b5c7a"
legal:
  privacy: privacy
# sites/nord/pages/privacy.md
---
title: Privatliv
---
Vi gemmer ingenting.
""",
    "PP101 in a place: a meeting in a room of it is where the call is": """\
# content/places/huset.yml
language: da
name: Huset
place_type: venue
country: DK
part_of: odens  # PP101
# content/places/salen.yml
language: da
name: Salen
place_type: venue
country: DK
part_of: huset
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: salen
""",
    "PP020 in a place: a meeting in a room of it is where the call is": """\
# content/places/huset.yml
language: da
name: Huset
place_type: venue
country: DK
part_of: odense
colour: red  # PP020
# content/places/salen.yml
language: da
name: Salen
place_type: venue
country: DK
part_of: huset
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: salen
""",
    "PP101 in a coordinator: a number that both have is of one organisation": """\
# content/coordinators/broen-aarhus.yml
organisation: broenn  # PP101
phones:
  - number: 32 12 34 56
consent:
  basis: consent
  scope: [name, email, phone, photo]
  given_on: 2024-01-01
""",
    "PP101 in the later one of two: a number that both have is of one organisation": """\
# content/coordinators/broen-aarhus.yml
phones:
  - number: 32 12 34 56
consent:
  basis: consent
  scope: [name, email, phone, photo]
  given_on: 2024-01-01
# content/coordinators/broen-odense.yml
organisation: broenn  # PP101
""",
    "PP101 in a deputy: a mailbox that both have may be shared": """\
# content/coordinators/broen-odense.yml
email: aarhus@broen.example.org
deputy: broen-arhus  # PP101
""",
    "PP101 in the only coordinators: the programme has somebody": """\
# content/coordinators/broen-odense.yml
programmes: [broen-mentro]  # PP101
# content/coordinators/broen-aarhus.yml
programmes: [broen-mentro]  # PP101
# content/calls/mentors-odense.yml
apply:
  email: mentor@broen.example.org
  steps:
    - id: write
      text: Skriv, hvem du er, og hvornår du har tid.
""",
    "PP020 in one of two programmes: the organisation of whoever answers for both may have its part in it": """\
# content/organisations/nord.yml
language: da
name: Foreningen Nord
country: DK
# content/programmes/nord-mentor.yml
language: da
name: Nords netværk
summary: En mentor hjælper dig videre i Nord.
organisation: nord
description: Vi mødes et par gange om måneden.
roles:
  mentor:
    summary: Du har tid til at lytte.
  mentee:
    summary: Du er ny i Nord.
colour: red  # PP020
# content/coordinators/broen-odense.yml
organisation: nord
programmes: [broen-mentor, nord-mentor]
""",
    "PP020 in an organisation: whose part it is cannot be read": """\
# content/organisations/broen.yml
parent_organisation: nord
colour: red  # PP020
# content/organisations/nord.yml
language: da
name: Foreningen Nord
country: DK
# content/coordinators/broen-odense.yml
organisation: nord
""",
    "PP020 in a record to whose page another page leads": """\
# content/calls/mentors-odense.yml
colour: red  # PP020
# sites/broen/site.yml
redirects:
  - old: mentorer/
    new: calls/mentors-odense/
# sites/broen/pages/about.md
---
title: Om os
---

[Bliv mentor](../calls/mentors-odense/), [bliv mentee](../calls/mentees-odense/)  # PP609
""",
    "PP020 in a page that the site names and to which another leads": """\
# sites/broen/pages/privacy.md
---
title: Privatliv
colour: red  # PP020
---
Vi gemmer ingenting.
# sites/broen/pages/privacy.en.md
---
title: Privacy
colour: red  # PP020
---
We keep nothing.
# sites/broen/pages/about.md
---
title: Om os
---

[Privatliv](../privacy/)
""",
    "PP020 in an organisation whose mailbox somebody had who has left": """\
# content/coordinators/broen-aarhus.yml
email: kontor@broen.example.org
valid_to: 2026-10-31  # PP703
# content/organisations/broen.yml
colour: red  # PP020
# content/coordinators/broen-odense.yml
deputy:
# content/calls/mentors-odense.yml
summary: Skriv til kontor@broen.example.org.
# content/calls/mentors-odense.en.yml
summary: Write to us.
""",
    "PP208, PP306 and PP807 beside a key that is needed and mistyped": """\
# content/calls/mentors-odense.yml (whole file)
language: da
programme: broen-mentor
role: mentor
name: Mentorer til Odense
xsummary: Vi søger mentorer.  # PP020
timezone: Europe/Copenhagen
opens_on: 2026-10-15
starts_on: 2027-02-15
ends_on: 2027-01-15  # PP208
languages: [da, da]  # PP306
apply:
  url: http://broen.example.org/  # PP807
""",
    "PP208, PP306 and PP807 beside a key that is needed and wrong": """\
# content/calls/mentors-odense.yml
role: mentorx  # PP023
ends_on: 2027-01-15  # PP208
languages: [da, da]  # PP306
apply:
  url: http://broen.example.org/  # PP807
""",
    "PP306 and PP807 in a meeting of which the time is wrong, and in the next": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: soon  # PP037
    languages: [da, da]  # PP306
    place: odense
  - id: january
    starts: 2027-01-05 17:00
    online_url: http://broen.example.org/  # PP807
""",
    "PP206 of which the least is wrong, and another": """\
# content/programmes/broen-mentor.yml
duration:
  min: several  # PP025
  max: 6
  unit: month
steps:
  - id: match
    title: Vi finder en, der passer til dig
    actor: coordinator
    duration:
      min: 6
      max: 2  # PP206
      unit: week
""",
    "PP020 in the key for the language: translations are into others": """\
# content/programmes/broen-mentor.yml (whole file)
langauge: da  # PP020
name: Broens mentornetværk
summary: En mentor hjælper dig på vej til arbejde i Odense eller Aarhus.
description: En frivillig mentor møder dig et par gange om måneden.
organisation: broen
roles:
  mentor:
    summary: Du har tid til at lytte.
  mentee:
    summary: Du er ny i Danmark.
# content/programmes/broen-mentor.en.yml (whole file)
name: The Bridge mentor network
summary: A mentor helps you find your way to work in Odense or Aarhus.
""",
    "PP020 in the key for the country: numbers are of that country": """\
# content/coordinators/broen-odense.yml (whole file)
language: da
role: Koordinator i Odense
contry: DK  # PP020
organisation: broen
programmes: [broen-mentor]
places: [odense]
languages: [da, en]
phones:
  - number: 32 12 34 56
  - number: 32 12 34  # PP026
""",
    "PP802 in place of a group: its translations are right": """\
# content/calls/mentors-odense.yml
apply: TODO  # PP802
""",
    "PP206 beside mistakes for which the record cannot be read": """\
# content/programmes/broen-mentor.yml
colour: red  # PP020
duration:
  min: 12
  max: 6  # PP206
  unit: month
""",
    "PP208 beside mistakes for which the record cannot be read": """\
# content/coordinators/broen-odense.yml
emial: x@example.org  # PP020
phones:
  - number: 32 12 34  # PP026
languages: [da, en, da]  # PP306
valid_from: 2026-05-01
valid_to: 2026-04-30  # PP208
""",
    "PP807 beside a mistake for which the record cannot be read": """\
# content/organisations/broen.yml
colour: red  # PP020
website: http://broen.example.org/  # PP807
""",
    "PP103 beside a mistake for which the record cannot be read": """\
# content/programmes/broen-mentor.yml
colour: red  # PP020
topics:
  - job-serach  # PP103
""",
    "PP009 a record in the folder of another kind": """\
# content/places/broen-vest.yml
language: da  # PP009
role: Kontoret i vest
country: DK
organisation: broen
programmes: []
languages: [da]
email: vest@broen.example.org
phones:
  - number: 32 12 34 57
""",
    "PP009 a translation that is named like a record": """\
# content/programmes/broen-mentor-en.yml
name: The Bridge mentor network  # PP009
summary: Mentors for new citizens.
""",
    "PP031 a record copied as its translation": """\
# content/calls/mentors-odense.en.yml (whole file)
programme: broen-mentor  # PP031
role: mentor
name: Mentors for Odense
summary: We are looking for mentors who have time from February 2027.
places:
  - odense
timezone: Europe/Copenhagen
opens_on: 2026-10-15
closes_on: 2027-01-31
apply:
  coordinator: broen-odense
  steps:
    - id: write
      text: Write who you are and when you have time.
""",
    "PP302 a translation into the language of the record": """\
# content/calls/mentors-odense.da.yml
name: Mentorer til Odense  # PP302
summary: Vi søger mentorer.
""",
    "PP012 a list of facts in a translation": """\
# content/calls/mentors-odense.en.yml
languages:  # PP012
  - da
  - en
""",
    "PP046 a comment after a fact, and one after a text": """\
# content/calls/mentors-odense.yml
opens_on: 2026-10-15 #fra midnat
role: mentor #ikke mentee
summary: Vi søger mentorer, som har tid fra februar 2027. # også i Svendborg
""",
    "PP204 a meeting in the year before": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2025-12-03 17:00  # PP204
    place: odense
""",
    "PP208 somebody who leaves before coming, whom others name": """\
# content/coordinators/broen-aarhus.yml
valid_from: 2026-06-01
valid_to: 2026-05-01  # PP208
""",
    "PP214 two meetings of which one is cancelled": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: odense
    status: cancelled
  - id: again
    starts: 2026-12-03 17:00
    place: odense
""",
    "PP215 a call of which nothing was confirmed": """\
# content/calls/mentors-odense.yml
opens_on: 2026-01-15
closes_on: 2026-03-31  # PP215
info_meetings: []
""",
    "PP215 a call that says how it ended": """\
# content/calls/mentors-odense.yml
assured_on: 2026-10-01
opens_on: 2025-10-15
closes_on: 2026-01-31
info_meetings: []
after_close: {da: Runden er slut., en: The round is over.}
""",
    "PP216 the beginning alone": """\
# content/calls/mentors-odense.yml
starts_on: 2027-01-15  # PP216
""",
    "PP217 one of two years, and a call without end": """\
# content/calls/mentors-odense.yml
name: Mentorer til Odense 2025/2026
# content/calls/mentors-odense.en.yml
name: Mentors for Odense 2025/2026
""",
    "PP301 a translation named by a country": """\
# content/programmes/broen-mentor.ua.yml
description: Волонтерська мережа наставників допомагає новим мешканцям.  # PP301
""",
    "PP301 a page named by a country": """\
# sites/broen/pages/about.ua.md
---  # PP301
title: x
---
Tekst.
""",
    "PP307 Norwegian in general": """\
# sites/broen/site.yml
languages: [da, en, nb]  # PP304 PP303
# sites/broen/site.no.yml
name: Broens mentornettverk  # PP307
""",
    "PP311 a place in a language of no site": """\
# content/places/odense.uk.yml
name: Оденсе  # PP311
""",
    "PP311 a vocabulary in a language of no site": """\
# content/vocabulary/topics.de.yml
terms:
  - id: job-search
    name: Arbeitssuche
""",
    "PP308 three labels and nothing else": """\
# content/guides/first-meeting.yml
title: Det første møde
summary: Sådan kommer I godt fra start.
steps:
  - id: place
    title: Vælg et roligt sted
    text: Tal om alt.
# content/guides/first-meeting.en.yml (whole file)
title: Det første møde
summary: Sådan kommer I godt fra start.  # PP308
steps:
  - id: place
    title: Vælg et roligt sted
    text: Tal om alt.
""",
    "PP404 somebody who begins later, while another answers everywhere": """\
# content/coordinators/broen-aarhus.yml
places: []
# content/coordinators/broen-vest.yml
language: da
role: {da: Kontoret i vest, en: The western office}
country: DK
organisation: broen
programmes: [broen-mentor]
places: [aarhus]
languages: [da]
email: vest@broen.example.org
phones:
  - number: 32 12 34 57
valid_from: 2027-06-01  # PP404
""",
    "PP416 a coordinator and the deputy": """\
# content/coordinators/broen-odense.yml
email: aarhus@broen.example.org
""",
    "PP419 a coordinator of the whole programme": """\
# content/coordinators/broen-aarhus.yml
places: []
# content/calls/mentors-odense.yml
apply:
  coordinator: broen-aarhus
  steps:
    - id: write
      text: Skriv, hvem du er, og hvornår du har tid.
""",
    "PP028 the address of a site with a query": """\
# sites/broen/site.yml
url: https://broen.example.org/?a=1  # PP028
""",
    "PP028 the address of a site with a fragment": """\
# sites/broen/site.yml
url: https://broen.example.org/#top  # PP028
""",
    "PP212 a call open for three years": """\
# content/calls/mentors-odense.yml
closes_on: 2029-06-30  # PP212
decision_on: 2029-07-10
starts_on: 2029-08-01
ends_on: 2029-09-30
""",
    "PP213 a meeting that lasts all day and night": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 07:00
    ends: 2026-12-03 20:30  # PP213
    place: odense
""",
    "PP213 a fair of three days": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 09:00
    ends: 2026-12-05 18:00
    place: odense
""",
    "PP308 a name and a few words alike": """\
# content/calls/mentors-odense.yml
name: Mentorer til Odense 2027
# content/calls/mentors-odense.en.yml
name: Mentorer til Odense 2027
""",
    "PP309 names in other letters beside words in one's own": """\
# content/calls/mentors-odense.en.yml
summary: We are looking for mentors (шукаємо наставників, نبحث عن مرشدين) from February 2027.
""",
    "PP309 the source itself": """\
# content/calls/mentors-odense.yml
summary: Шукаємо наставників, які мають час із лютого 2027 року.  # PP309
""",
    "PP310 the same number in other digits and with a separator": """\
# content/calls/mentors-odense.yml
summary: Vi søger 1.200 mentorer, som har tid fra februar 2027.
# content/calls/mentors-odense.en.yml
summary: We are looking for 1,200 mentors (١٢٠٠) who have time from February ٢٠٢٧.
""",
    "PP310 small numbers that the source spells out": """\
# content/programmes/broen-mentor.en.yml
not_offered: A mentor does not give legal or medical help, not even 1 or 12 times.
""",
    "PP412 an organisation and its own people": """\
# content/organisations/broen.yml
phone: "+4532123456"
""",
    "PP708 a role and a place": """\
# content/coordinators/broen-odense.yml
email: mentor.odense@broen.example.org
""",
    "PP708 a name that may be told": """\
# content/coordinators/broen-aarhus.yml
email: anna.eksempel@broen.example.org
""",
    "PP807 a link inside a text": """\
# content/guides/first-meeting.yml
summary: Sådan kommer I godt i gang.
steps:
  - id: place
    title: Vælg et roligt sted
    text: Se [gode råd](http://raad.example.org/).  # PP807
""",
    "PP209 a year ago to the day": """\
# sites/broen/site.yml
accessibility:
  conformance: none
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2025-11-21
  method: self_assessment
""",
    "PP209 days in the future": """\
# sites/broen/site.yml
accessibility:
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-22
  reviewed_on: 2026-11-23  # PP209
  method: third_party
  tool_checks:
    - id: axe
      tool: axe-core
      checked_on: 2026-12-01  # PP209
      result: no_problems
  human_checks:
    - id: zoom
      topic: zoom
      checked_on: 2027-01-01  # PP209
      result: no_problems
""",
    "PP611 full with a broken rule and problems found": """\
# sites/broen/site.yml
accessibility:
  conformance: full
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met  # PP611
    - id: maps
      text: {da: Kort, en: Maps}
      reason: third_party
  prepared_on: 2026-11-20
  method: self_assessment
  tool_checks:
    - id: axe
      tool: axe-core
      checked_on: 2026-11-20
      result: problems  # PP611
  human_checks:
    - id: zoom
      topic: zoom
      checked_on: 2026-11-20
      result: problems  # PP611
""",
    "PP611 partial without saying what": """\
# sites/broen/site.yml
accessibility:
  conformance: partial  # PP611
  standards: [WCAG 2.2 AA]
  prepared_on: 2026-11-20
  method: self_assessment
""",
    "PP307 an own page in another language": """\
# sites/broen/pages/about.de.md
---  # PP307
title: Über uns
---

Wir helfen.
""",
    "PP609 links of many forms": """\
# sites/broen/pages/about.md
---
title: Om os
---

## Om

[Root](/programmes/)  # PP609
[Heading](#section-1) and [none](#section-2)  # PP609
[No slash](../programmes)  # PP609
[Out](../../programmes/)  # PP609
[Fine](../programmes/) [home](../) [English](../en/about/) [feed](../feeds/events.ics) `[code](x)`
""",
    "PP802 and PP804 on their own lines": """\
# content/programmes/broen-mentor.yml
description: |

  Første linje.
  TODO  # PP802

  Se [her](her), `[x](y)`.  # PP804
""",
    "PP101 while the record it names cannot be read": """\
# content/places/odense.yml
country: Denmark  # PP029
""",
    "PP103 without the vocabulary": """\
# content/vocabulary/topics.yml
terms: job-search  # PP022
""",
    "PP104 an organisation that is its own parent": """\
# content/organisations/broen.yml
parent_organisation: broen  # PP104
""",
    "PP104 a chain that leads into a cycle": """\
# content/places/aarhus.yml
part_of: odense
# content/places/odense.yml
part_of: odense  # PP104
""",
    "PP105 a deputy who has left": _OFFICE
    + """\
valid_to: 2026-06-30  # PP703
# content/coordinators/broen-odense.yml
deputy: broen-kontor  # PP105
""",
    "PP202 a last day": """\
# content/programmes/broen-mentor.yml
certificates:
  - id: quality
    name: Kvalitet i mentoring
    valid_to: 2026-11-20  # PP202
""",
    "PP202 on the last day": """\
# content/programmes/broen-mentor.yml
certificates:
  - id: quality
    name: Kvalitet i mentoring
    valid_to: 2026-11-21
""",
    "PP202 renewed within weeks": """\
# content/programmes/broen-mentor.yml
certificates:
  - id: quality
    name: Kvalitet i mentoring
    awarded_on: 2026-11-01
    renewed_after:  # PP202
      min: 2
      unit: week
""",
    "PP202 renewed in the far future": """\
# content/programmes/broen-mentor.yml
certificates:
  - id: quality
    name: Kvalitet i mentoring
    awarded_on: 2026-11-01
    renewed_after:
      min: 999999999
      unit: week
""",
    "PP204 a meeting that ends before it starts": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    ends: 2026-12-03 16:30  # PP204
    place: odense
""",
    "PP204 a meeting after the hour of closing": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: last-day
    starts: 2027-01-31 12:30  # PP204
    place: odense
""",
    "PP205 both": """\
# content/calls/mentors-odense.yml
rolling: true  # PP205
""",
    "PP207 confirmed in the future": """\
# content/organisations/broen.yml
assured_on: 2026-11-23  # PP207
""",
    "PP207 confirmed where it is tomorrow already": """\
# content/organisations/broen.yml
assured_on: 2026-11-22
""",
    "PP208 a tenure, a consent and a certificate": """\
# content/coordinators/broen-odense.yml
valid_from: 2026-01-01
valid_to: 2027-01-01
# content/testimonials/mentor-odense.yml
consent:
  basis: consent
  scope:
    - quotation
  given_on: 2026-08-20
  expires_on: 2026-02-20  # PP208 PP702
# content/programmes/broen-mentor.yml
certificates:
  - id: quality
    name: Kvalitet i mentoring
    awarded_on: 2028-06-01
    valid_to: 2027-06-01  # PP208
""",
    "PP208 days without office hours": """\
# content/coordinators/broen-odense.yml
closed:
  - starts_on: 2026-12-24
    ends_on: 2026-12-24
  - starts_on: 2027-01-02
    ends_on: 2026-12-23  # PP208
""",
    "PP303 a language that is written in a wider one": """\
# sites/broen/site.yml
languages:
  - da
  - en-GB
""",
    "PP306 in a criterion of a site": """\
# sites/broen/site.yml
select:
  - organisations:
      - broen
    languages:
      - da
      - en
      - da  # PP306
""",
    "PP401 no way at all": """\
# content/coordinators/broen-odense.yml
role: Koordinator i Odense  # PP401
email:
phones:
""",
    "PP401 somebody who has left": """\
# content/coordinators/broen-kontor.yml
language: da
role: Foreningens kontor
country: DK
organisation: broen
programmes: []
languages:
  - da
email: kontor@broen.example.org
valid_to: 2026-06-30  # PP703
""",
    "PP402 PP404 PP405 a region holds its cities": _FUNEN
    + """\
# content/coordinators/broen-odense.yml
places:
  - fyn
# content/calls/mentors-odense.yml
places:
  - fyn
""",
    "PP402 PP405 a programme in a region": _FUNEN
    + """\
# content/programmes/broen-mentor.yml
places:
  - fyn
  - aarhus
""",
    "PP402 PP404 PP405 a programme without places": """\
# content/programmes/broen-mentor.yml
places:
""",
    "PP403 PP404 a coordinator that cannot be read": """\
# content/coordinators/broen-odense.yml
email: odense  # PP027
""",
    "PP403 everybody has left": """\
# content/programmes/broen-mentor.yml
name: Broens mentornetværk  # PP403
# content/coordinators/broen-odense.yml
programmes: []
deputy:
# content/coordinators/broen-aarhus.yml
valid_to: 2026-06-30  # PP703
# content/calls/mentors-odense.yml
apply:
  email: mentor@broen.example.org
  steps:
    - id: write
      text: Skriv, hvem du er.
""",
    "PP404 a coordinator for all places": """\
# content/coordinators/broen-odense.yml
places:
# content/coordinators/broen-aarhus.yml
places:
  - odense
""",
    "PP406 a coordinator who has left": """\
# content/coordinators/broen-aarhus.yml
valid_to: 2026-06-30  # PP703
places:
  - odense
# content/coordinators/broen-odense.yml
deputy:
places:
  - odense
  - aarhus
# content/calls/mentors-odense.yml
apply:
  coordinator: broen-aarhus  # PP406
  steps:
    - id: write
      text: Skriv, hvem du er.
""",
    "PP407 a call that is over": """\
# content/calls/mentors-odense.yml
assured_on: 2026-01-15
opens_on: 2026-01-01
closes_on: 2026-02-01
info_meetings:
apply:
  steps:
    - id: write
      text: Skriv, hvem du er.
""",
    "PP408 in a call and its meetings": """\
# content/calls/mentors-odense.yml
apply:
  email: anna@Gmail.com  # PP408
  steps:
    - id: write
      text: Skriv, hvem du er.
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: odense
    registration_email: anna@yahoo.co.uk  # PP408
""",
    "PP408 a host that only begins like one": """\
# content/organisations/broen.yml
email: kontor@live.example.org
""",
    "PP409 no time at all": """\
# content/coordinators/broen-odense.yml
office_hours:
  - days:
      - monday
    opens: 09:00
    closes: 09:00  # PP409
""",
    "PP502 everything missing": """\
# content/media/conversation.yml
file: conversation.png  # PP502
creators:
copyright_holder:
license:
""",
    "PP503 both": """\
# content/media/conversation.yml
decorative: true  # PP503
""",
    "PP506 a consent for something else": """\
# content/media/conversation.yml
shows_people: true  # PP506
consent:
  basis: consent
  scope:
    - name
  given_on: 2026-01-10
""",
    "PP507 a consent that was withdrawn": """\
# content/media/conversation.yml
consent:
  basis: consent
  scope:
    - photo
  given_on: 2026-01-10
  withdrawn_on: 2026-11-21  # PP507
""",
    "PP507 a picture that nothing uses": """\
# content/media/old.yml
file: conversation.png
decorative: true
creators:
  - Atelier Eksempel
copyright_holder: Foreningen Broen
license: CC-BY-4.0
valid_to: 2020-01-01
""",
    "PP604 in the navigation": """\
# sites/broen/site.yml
navigation:
  - page: abuot  # PP604
""",
    "PP604 a page of another site": """\
# sites/arkiv/site.yml
language: da
name: Broens arkiv
summary: Det, der var.
organisation: broen
url: https://arkiv.example.org/
languages:
  - da
jurisdiction: DK
timezone: Europe/Copenhagen
select:
  - programmes:
      - broen-mentor
brand:
  colour: "#0b5c7a"
legal:
  privacy: privacy  # PP604
""",
    "PP605 neither": """\
# sites/broen/site.yml
navigation:
  - title: Om os  # PP605
""",
    "PP606 outside the directive": """\
# content/organisations/broen.yml
public_body: true
# sites/broen/site.yml
jurisdiction: US
""",
    "PP606 facts of a public body without a body to complain to": """\
# content/organisations/broen.yml
public_body: true
# sites/broen/site.yml
legal:
  privacy: privacy
  accessibility_url: https://was.digst.dk/broen-example-org
accessibility:  # PP606
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-20
  method: self_assessment
""",
    "PP606 facts of a public body with it": """\
# content/organisations/tilsyn.yml
language: da
name: {da: Tilsynet, en: The authority}
country: DK
# content/organisations/broen.yml
public_body: true
# sites/broen/site.yml
legal:
  privacy: privacy
  accessibility_url: https://was.digst.dk/broen-example-org
accessibility:
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-20
  method: self_assessment
  enforcement: tilsyn
""",
    "PP606 facts of a public body whose statement belongs on a central service": """\
# content/organisations/tilsyn.yml
language: da
name: {da: Tilsynet, en: The authority}
country: DK
# content/organisations/broen.yml
public_body: true
# sites/broen/site.yml
organisation: broen  # PP606
accessibility:
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-20
  method: self_assessment
  enforcement: tilsyn
""",
    "PP606 facts are enough where there is no central service": """\
# content/organisations/tilsyn.yml
language: da
name: {da: Tilsynet, en: The authority}
country: DE
# content/organisations/broen.yml
public_body: true
# sites/broen/site.yml
jurisdiction: SE
accessibility:
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-20
  method: self_assessment
  enforcement: tilsyn
""",
    "PP610 a page that was left beside the facts": """\
# sites/broen/site.yml
accessibility:
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-20
  method: self_assessment
# sites/broen/pages/accessibility.md
---  # PP610
title: Tilgængelighed
---

Ring til os.
""",
    "PP613 the contact of the statement": """\
# content/coordinators/broen-kontor.yml
language: da
role: Foreningens kontor
country: DK
organisation: broen
programmes: [broen-mentor]
languages:
  - da
email: kontor@broen.example.org
phones:
  - number: 32 12 34 56
valid_to: 2026-06-30  # PP703
# sites/broen/site.yml
accessibility:
  conformance: partial
  standards: [WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
  prepared_on: 2026-11-20
  method: self_assessment
  contact: broen-kontor  # PP613
""",
    "PP608 a word that is the code of a far language": """\
# sites/broen/pages/om.md
---
title: Om os
---

Vi er Foreningen Broen.
""",
    "PP608 a language of the site": """\
# sites/broen/pages/en.md
---  # PP608
title: England
---

Vi er også i England.
""",
    "PP701 a coordinator": """\
# content/coordinators/broen-odense.yml
name: Bo Eksempel  # PP701
""",
    "PP702 a consent that is still to begin": """\
# content/testimonials/mentor-odense.yml
consent:
  basis: consent
  scope:
    - quotation
  given_on: 2026-12-01  # PP702
""",
    "PP704 a consent for the name only": """\
# content/coordinators/broen-odense.yml
photo: conversation  # PP704
consent:
  basis: consent
  scope:
    - name
    - email
    - phone
  given_on: 2026-01-10
""",
    "PP401 and PP706 a consent that leaves one way": """\
# content/coordinators/broen-odense.yml
email: odense@broen.example.org  # PP401
phones:  # PP706
  - number: 32 12 34 56
consent:
  basis: contract
  scope:
    - email
  given_on: 2026-01-10
""",
    "PP705 the mailbox of a call, and prose in a later line": """\
# content/coordinators/broen-odense.yml
valid_to: 2026-12-10
# content/calls/mentors-odense.yml
apply:
  email: odense@broen.example.org  # PP705
  steps:
    - id: write
      text: Ring til 3212 3456.  # PP705
""",
    "PP706 a testimonial without its words": """\
# content/testimonials/mentor-odense.yml
consent:
  basis: consent
  scope:  # PP706
    - name
  given_on: 2026-08-20
""",
    "PP801 a result in words": """\
# content/programmes/broen-mentor.yml
outcomes:
  - id: pairs
    text: Mange par siden begyndelsen
""",
    "PP803 a programme with one step, and a role without tasks": """\
# content/programmes/broen-mentor.en.yml (whole file)
name: The Bridge mentor network
# content/programmes/broen-mentor.yml
roles:
  mentor:  # PP803
    summary: Du har tid til at lytte.
  mentee:
    tasks:
      - id: plan
        text: Bestem, hvad I taler om.
steps:  # PP803
  - id: apply
    title: Skriv til os
    actor: mentor
# sites/broen/site.yml
languages:
  - da
  - en  # PP304
""",
    "PP803 a programme that has ended": """\
# content/programmes/broen-mentor.en.yml (whole file)
name: The Bridge mentor network
# content/programmes/broen-mentor.yml
status: inactive
steps:
# sites/broen/site.yml
languages:
  - da
  - en  # PP304
""",
    "PP802 PP804 PP805 in an own page, in its file": """\
# sites/broen/pages/about.en.md
---
title: TBD  # PP802
---
See [our rules](javascript:alert) and cafÃ©.  # PP804 PP805
""",
    "PP804 links inside an own page": """\
# sites/broen/pages/about.md
---
title: Om os
---

Se [privatliv](../privacy/) eller [kontakt](#kontakt).
""",
    "PP804 a label of a link, and a text in brackets": """\
# content/programmes/broen-mentor.yml
not_offered: "Se [reglerne][regler] og [sic].\\n\\n[regler]: https://broen.example.org/"
""",
    "PP210 ninety days ago": """\
# content/coordinators/broen-odense.yml
closed:
  - starts_on: 2026-08-20
    ends_on: 2026-08-23
""",
    "PP210 ninety-one days ago": """\
# content/coordinators/broen-odense.yml
closed:
  - starts_on: 2026-08-20
    ends_on: 2026-08-22  # PP210
""",
    "PP410 a cancelled meeting and a postponed one": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    status: cancelled
  - id: january
    starts: 2027-01-13 17:00
    status: postponed
""",
    "PP410 a meeting of a cancelled call": """\
# content/calls/mentors-odense.yml
state_override: cancelled
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
""",
    "PP410 moved online without a way to join": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december  # PP410
    starts: 2026-12-03 17:00
    place: odense
    status: moved_online
""",
    "PP410 moved online, the address comes after registering": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: odense
    status: moved_online
    registration_email: mentor@broen.example.org
""",
    "PP411 a meeting elsewhere that moved online or is cancelled": """\
# content/calls/mentors-odense.yml
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: aarhus
    online_url: https://moede.example.org/broen
    status: moved_online
  - id: january
    starts: 2027-01-13 17:00
    place: aarhus
    status: cancelled
""",
    "PP411 a call for a region, a meeting in a city of it": _FUNEN
    + """\
# content/calls/mentors-odense.yml
places:
  - fyn
""",
    "PP411 a call that names no place, in the area of its programme": """\
# content/calls/mentors-odense.yml
places: []
info_meetings:
  - id: december
    starts: 2026-12-03 17:00
    place: aarhus
""",
    "PP510 a picture that a record waits for": """\
# content/media/odense-hero.jpg
the picture itself
# content/programmes/broen-mentor.yml
image: odense-hero  # PP101
""",
    "PP510 while a record names a file that is not there": """\
# content/media/moede.jpg
the picture itself
# content/media/conversation.yml
file: samtale.png  # PP504
""",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_case(text: str, tmp_path: Path) -> None:
    """The changed portal gives exactly the findings that the case marks."""
    paths = copy_small(tmp_path / "portal")
    expected = apply_example(paths, text)
    assert expected == places_of(findings_of(paths))
