from kg.train.conllu import Sentence, sentences_from

GOLD = """\
# sent_id = alpino/1
# ner = yes
1\tJan\tJan\tPROPN\tN|eigen|ev|basis|zijd|stan\tGender=Com|Number=Sing\t2\tnsubj\t_\tNER=B-PERSON
2\tslaapt\tslapen\tVERB\tWW|pv|tgw|met-t\tVerbForm=Fin\t0\troot\t_\tSpaceAfter=No|NER=O
3\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\tNER=O
"""


def read(text: str) -> list[Sentence]:
    return list(sentences_from(text.splitlines()))


def test_a_sentence_has_its_words_tree_and_names() -> None:
    [sentence] = read(GOLD)

    assert sentence.ident == "alpino/1"
    assert sentence.words == ("Jan", "slaapt", ".")
    assert sentence.spaces == (True, False, True)
    assert sentence.heads == (2, 0, 2)
    assert sentence.feats == ("Gender=Com|Number=Sing", "VerbForm=Fin", "")
    assert sentence.names == ("B-PERSON", "O", "O")


def test_names_that_were_not_annotated_are_missing_not_absent() -> None:
    [sentence] = read(GOLD.replace("# ner = yes", "# ner = no").replace("NER=B-PERSON", "_").replace("NER=O", "_"))

    assert sentence.names is None


def test_a_sentence_without_syntax_has_names_only() -> None:
    [sentence] = read("# ner = yes\n1\tGent\t_\t_\t_\t_\t_\t_\t_\tNER=B-GPE\n")

    assert sentence.names == ("B-GPE",)
    assert sentence.upos is None
    assert sentence.xpos is None
    assert sentence.heads is None


def test_the_note_about_names_holds_for_one_sentence_only() -> None:
    first, second = read(GOLD + "\n" + GOLD.replace("# ner = yes\n", ""))

    assert first.names is not None
    assert second.names is None


def test_multiword_ranges_are_passed_over() -> None:
    [sentence] = read(GOLD.replace("1\tJan", "1-2\tJanslaapt\t_\t_\t_\t_\t_\t_\t_\t_\n1\tJan"))

    assert sentence.words == ("Jan", "slaapt", ".")


def test_a_source_without_spacing_is_spaced_as_dutch_is_printed() -> None:
    rows = [
        f"{i}\t{word}\t{word}\tX\t_\t_\t0\troot\t_\t_"
        for i, word in enumerate(["Hij", "zei", "(", '"', "ja", '"', ")", "."], start=1)
    ]

    [sentence] = read("\n".join(rows))

    assert "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True)) == 'Hij zei ("ja"). '
