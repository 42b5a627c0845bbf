"""What the made-up languages of the benchmark sound like: words per language, as in texts of that language.

Takes a language code; returns its words with weights. Words are made of syllables of the language's script, the short
and frequent ones are real. Builds no sentences; what the words mean is nobody's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

LANGUAGES = ("en", "de", "da", "ar", "uk", "tr", "nb", "en-GB", "de-AT", "ar-EG")
"""In this order networks get their languages: those that the theme speaks, then regional ones of these."""

_MADE = 1800
"""Made-up words of a language, beside the frequent ones."""


@dataclass(frozen=True, slots=True)
class _Sound:
    """The frequent words of a language, and its syllables: how they begin, what they hold and how they end."""

    common: str
    begins: str
    holds: str
    ends: str
    capitals: int = 0
    """Of a hundred made-up words so many begin with a capital: the nouns of German."""


_SOUNDS = {
    "en": _Sound(
        "the of and to in a is that for it with as you on be at by this have from or one had not but what "
        "all were when we there can an your which their said if do will each about how up out them then she "
        "many some so these would other into has more her two like him see time could no make than first "
        "been its who now people my made over",
        "b c d f g h l m n p r s t w st tr pl br ch sh gr cl fr sp",
        "a e i o u ea ou ai ee oa",
        "n r l s t d m st nd ng ck rt ll - - -",
    ),
    "de": _Sound(
        "die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch "
        "als an nach wie im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen "
        "welche sind oder um haben einer mir über ihm diese einem ihr uns da zum kann doch vor dieser mich "
        "ihn du hatte seine mehr am denn nun",
        "b d f g h k l m n p r s t w z sch st br tr kl pf schl gr",
        "a e i o u ei au ie ä ö ü eu",
        "n r l s t m ch cht ng nd rt st tz - - -",
        capitals=40,
    ),
    "da": _Sound(
        "og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min "
        "havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil "
        "blev kunne ind når være kan efter meget sit ved andet blive noget bare ville denne mange nogle "
        "hvis godt mere ned ingen også ja dag to tid",
        "b d f g h k l m n p r s t v bl br dr fl gr hj kl kn sk sl st sv tr",
        "a e i o u y æ ø å ej øj",
        "n r l s t d g nd ng rt st k sk - - -",
    ),
    "nb": _Sound(
        "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi min "
        "mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv "
        "sjøl her alle vil bli ble kunne inn når være kom noen noe ville dere deres kun ja etter ned skulle "
        "denne for deg si sine sitt mot å meget hvorfor",
        "b d f g h j k l m n p r s t v bl br dr fl gr hj kj kl sk skj sl st tr",
        "a e i o u y æ ø å ei øy",
        "n r l s t d g nd ng rt st kk tt - - -",
    ),
    "tr": _Sound(
        "ve bir bu da de için ile çok daha ne gibi var ama kadar sonra her en olarak olan ben sen biz siz "
        "onlar değil mi şey zaman gün iyi yeni iş yer insan kişi hem ya veya ki önce bile göre diye nasıl "
        "neden nerede kim hangi bütün bazı aynı başka büyük küçük son ilk az orada burada şimdi artık yine "
        "ancak çünkü eğer belki evet hayır",
        "b c ç d f g h k l m n p r s ş t v y z",
        "a e ı i o ö u ü",
        "n r l m k ş t z lar ler - - - -",
    ),
    "ar": _Sound(
        "في من على إلى عن مع هذا هذه ذلك التي الذي كل بعد قبل عند حتى ثم أو لكن كان كانت يكون قد لا ما لم "
        "لن إن أن هو هي نحن أنت هم بين خلال حول دون غير مثل أكثر أول يوم وقت عمل ناس مكان مدينة بيت سنة شهر "
        "كما أيضا هنا هناك كيف لماذا",
        "ب ت ج ح د ر س ش ص ط ع ف ق ك ل م ن ه و ي خ",
        "ا و ي ا ي -",
        "ب ت د ر س ع ف ق ل م ن ة ات ين ون - -",
    ),
    "uk": _Sound(
        "і в на з що не до як за та але про від це так його її вони ми ви він вона було бути для після або "
        "коли де хто чому тут там ще вже тільки може можна час день рік люди місто робота дім слово друг "
        "рука один два три перший новий добрий великий малий між через над під без щоб якщо тому також дуже "
        "більше менше завжди разом потім",
        "б в г д ж з к л м н п р с т ф х ц ч ш пр ст тр кр вл зн",
        "а е и і о у ю я є ї",
        "н р л с т м к в ть нь сть х - - -",
    ),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of a language, most frequent first, and their weights added up, for `Random.choices`."""

    words: tuple[str, ...]
    weights: tuple[float, ...]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language; a region, as in `de-AT`, has those of its language.

    Raises `KeyError` for a language that is not in `LANGUAGES`.
    """
    base = language.partition("-")[0]
    sound = _SOUNDS[base]
    chance = Random(f"words/{base}")
    made = dict.fromkeys(sound.common.split())
    while len(made) < len(sound.common.split()) + _MADE:
        word = "".join(_syllable(sound, chance) for _ in range(chance.choice((1, 2, 2, 2, 3))))
        made.setdefault(word.capitalize() if chance.randrange(100) < sound.capitals else word)
    words = tuple(word for word in made if len(word) > 1 or word in sound.common.split())
    return Vocabulary(words, tuple(accumulate(1 / (rank + 5) for rank in range(len(words)))))


def _syllable(sound: _Sound, chance: Random) -> str:
    ends = sound.ends if chance.random() < 0.6 else "-"
    parts = (chance.choice(part.split()) for part in (sound.begins, sound.holds, ends))
    return "".join(part for part in parts if part != "-")
