def sentences(claims):
    return [claim.sentence.text for claim in claims]


def test_no_sentence_runs_over_the_end_of_a_paragraph(read):
    claims = read("Rebels shelled Azaz\n\nPolice arrested two men in Mardin.")

    assert sentences(claims) == ["Rebels shelled Azaz", "Police arrested two men in Mardin."]


def test_a_headline_without_a_full_stop_is_a_sentence_of_its_own(read):
    claims = read("Gunmen attack police post\nSoldiers arrested two suspects on the road to Gao.")

    assert sentences(claims)[0] == "Gunmen attack police post"


def test_a_line_that_is_only_wrapped_goes_on(read):
    text = (
        "Soldiers who had been posted at the bridge since the summer attacked the\nVillagers Council building at dawn."
    )

    assert [claim.sentence.text for claim in read(text) if claim.kind == "attack"] == [text]
