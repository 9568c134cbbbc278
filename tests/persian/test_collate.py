from annotator.persian.collate import sort_key


def test_words_stand_as_in_a_persian_dictionary():
    words = [
        "12",
        "a",
        "آب",
        "ابر",
        "باد",
        "پا",
        "تاب",
        "چای",
        "خاک",
        "ژاله",
        "سیب",
        "کار",
        "گل",
        "ماه",
        "نان",
        "وام",
        "هوا",
        "یاد",
    ]

    assert sorted(set(words), key=sort_key) == words


def test_spellings_of_a_word_are_equal():
    assert sort_key("كتاب") == sort_key("کتاب")
