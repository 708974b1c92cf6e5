import pytest

from dateline.intake.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Fighters left the town on Monday",
        "Raqqa falls",
        "SDF withdraws from Manbij and Ain Issa",
        "Detainees escape Ain Issa camp",
        "Kurdish militia leaves Serekaniye",
        "Car bomb kills five in Azaz",
        "Hayat Tahrir al-Sham seizes Atarib, Anjara",
        "FIGHTERS FROM MANBIJ HAVE REACHED THE BRIDGE",
        "The mayor of Şırnak and Müzeyyen Yüksekdağ's brother were released by the court.",
    ],
)
def test_english_is_known_even_in_short_headlines_full_of_names(text):
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les combattants ont quitté la ville lundi", "fr"),
        ("Die Kämpfer verließen die Stadt am Montag", "de"),
        ("Los combatientes abandonaron la ciudad el lunes", "es"),
        ("Os combatentes deixaram a cidade na segunda-feira", "pt"),
        ("I combattenti hanno lasciato la città lunedì", "it"),
        ("De strijders verlieten de stad op maandag", "nl"),
        ("Kämparna lämnade staden i måndags", "sv"),
        ("Savaşçılar pazartesi günü şehri terk etti", "tr"),
        ("Şervan roja duşemê ji bajêr derketin", "ku"),
        ("غادر المقاتلون المدينة يوم الاثنين", "ar"),
        ("جنگجویان روز دوشنبه شهر را ترک کردند", "fa"),
        ("Бойцы покинули город в понедельник", "ru"),
        ("战士们星期一离开了该镇", "zh"),
        ("הלוחמים עזבו את העיר ביום שני", "he"),
        ("Wapiganaji waliondoka mjini siku ya Jumatatu", "sw"),
    ],
)
def test_a_text_in_another_language_is_told_by_its_code(text, language):
    assert language_of(text) == language


def test_a_long_text_without_english_grammar_is_not_taken_for_english():
    assert language_of("Os combatentes deixaram a cidade Manbij, Raqqa, Tabqa. " * 10) == "pt"
