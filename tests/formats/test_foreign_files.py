"""Files of other programs as they come: shapes we do not write, and files that are broken."""

import io
import json
import zipfile

import pytest

from annotator.domain.errors import Rejection
from annotator.formats import (
    brat,
    cas_read,
    conll,
    doccano,
    hugging_face,
    label_studio,
    prodigy,
    zips,
)
from annotator.formats import webanno_tsv as tsv
from annotator.formats.cas import TYPE_SYSTEM
from annotator.formats.records import ReadContext
from formats.labelled import CONTEXT, SCHEME

TEXT = "🗞️ «قرار» وزیر گفت"
ADDING = ReadContext(SCHEME, add_labels=True)


def read(reader, data, context=CONTEXT):
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(reader(io.BytesIO(raw), "f", context))


def one(reader, data, context=CONTEXT):
    found = read(reader, data, context)
    assert len(found) == 1
    return found[0]


def reason(reader, data, context=CONTEXT):
    found = one(reader, data, context)
    assert isinstance(found, Rejection)
    return str(found)


def quoted(record):
    text = record.article.text
    return sorted((s.label, s.quoted(text)) for s in record.layer.spans.values())


def zipped(**files):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        for name, content in files.items():
            out.writestr(name.replace("__", "."), content)
    return archive.getvalue()


def test_doccano_triples_keep_other_keys_as_metadata():
    line = {"id": 7, "text": TEXT, "label": [[3, 9, "QUOTE"]], "Comments": [], "agency": "x"}
    found = one(doccano.read, line)

    assert quoted(found) == [("QUOTE", "«قرار»")]
    assert found.article.meta == {"agency": "x", "doccano_id": 7}
    assert found.layer.key.annotator == "imported"


@pytest.mark.parametrize(
    "triple, told",
    [
        ([3, 900, "QUOTE"], "label[0] start to end, 3 to 900, lies outside the text"),
        ([3, 9], "label[0] must be [start, end, label]"),
        ([3, 3, "QUOTE"], "label[0] start and end are both 3"),
        ([True, 9, "QUOTE"], "label[0] start must be a whole number, not true"),
        ([3, 9, "NOBODY"], "label[0] label is 'NOBODY', which is no label of the scheme"),
    ],
)
def test_a_bad_triple_of_doccano_is_named_by_its_place(triple, told):
    assert told in reason(doccano.read, {"text": TEXT, "label": [triple]})


def test_a_dangling_relation_of_doccano_is_named():
    line = {
        "text": TEXT,
        "entities": [],
        "relations": [{"from_id": 1, "to_id": 2, "type": "ABOUT"}],
    }
    assert "relations[0] from is '1'" in reason(doccano.read, line)


def task(result, **more):
    return [{"id": 1, "data": {"text": TEXT}, "annotations": [{"result": result, **more}]}]


def region(identity="q", start=3, end=9, text="«قرار»", label="QUOTE"):
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"id": identity, "from_name": "l", "to_name": "t", "type": "labels", "value": value}


def test_label_studio_regions_choices_and_relations_are_read():
    choice = {"id": "q", "from_name": "type", "type": "choices", "value": {"choices": ["direct"]}}
    link = {"type": "relation", "from_id": "s", "to_id": "q", "direction": "left"}
    result = [
        region(),
        region("s", 10, 14, "وزیر", "SPEAKER"),
        choice,
        link | {"labels": ["SAID_BY"]},
    ]
    found = one(label_studio.read, task(result, completed_by={"email": "a@b.c"}))

    assert found.layer.key.annotator == "a@b.c"
    assert found.layer.spans["q"].attributes == {"type": "direct"}
    assert [(r.source, r.target) for r in found.layer.relations.values()] == [("q", "s")]


def test_a_prediction_becomes_a_layer_named_after_its_model():
    data = [
        {"data": {"text": TEXT}, "predictions": [{"model_version": "m1", "result": [region()]}]}
    ]
    found = one(label_studio.read, data)

    assert found.layer.key.annotator == "m1"
    assert found.layer.spans["q"].origin == "prediction"


def test_two_annotations_of_one_person_stay_two_layers():
    data = task([region()], completed_by=1)
    data[0]["annotations"] *= 2
    assert [r.layer.key.annotator for r in read(label_studio.read, data)] == [
        "user-1",
        "user-1 (2)",
    ]


def test_offsets_of_older_label_studio_are_told_to_be_utf16():
    wide = "📰 «قرار»"
    data = [{"data": {"text": wide}, "annotations": [{"result": [region(start=3, end=9)]}]}]
    assert "count UTF-16 units" in reason(label_studio.read, data)


def test_a_bad_task_leaves_the_others():
    data = [*task([region()]), 3, *task([region(end=99)]), *task([region()])]
    found = read(label_studio.read, data)
    assert [isinstance(x, Rejection) for x in found] == [False, True, True, False]


def test_a_task_list_that_is_cut_off_gives_what_was_whole():
    found = read(label_studio.read, json.dumps([*task([region()]), *task([])]).encode()[:-9])
    assert [isinstance(x, Rejection) for x in found] == [False, True, True]
    assert "cut off" in str(found[-1])


def test_a_rejected_answer_of_prodigy_is_not_taken():
    line = {"text": TEXT, "spans": [], "tokens": [], "answer": "reject"}
    assert "not accepted" in reason(prodigy.read, line)


def test_prodigy_relations_by_last_token_are_found():
    spans = [
        {"start": 3, "end": 9, "token_start": 1, "token_end": 3, "label": "QUOTE"},
        {"start": 10, "end": 14, "token_start": 4, "token_end": 4, "label": "SPEAKER"},
    ]
    line = {
        "text": TEXT,
        "spans": spans,
        "relations": [{"head": 3, "child": 4, "label": "SAID_BY"}],
    }
    found = one(prodigy.read, line)
    assert [(r.source, r.target) for r in found.layer.relations.values()] == [("s1", "s2")]

    line["relations"][0]["child"] = 7
    assert "no span ends with it" in reason(prodigy.read, line)


ANN = (
    "T1\tQUOTE 3 9\t«قرار»\nT2\tSPEAKER 10 14\tوزیر\nT3\tCUE 15 18\tگفت\n"
    "E1\tCUE:T3 SAID_BY:T2 ABOUT2:T1\n* \tX\n#1\tAnnotatorNotes T2\tnote\nof two lines\n"
)


def test_brat_events_become_relations_and_broken_notes_are_joined():
    marks = ANN.replace("* \tX\n", "*\tEquiv T2 T1\n")
    found = one(brat.read, zipped(**{"a/x__txt": TEXT, "a/x__ann": marks}))

    links = {(r.label, r.source, r.target) for r in found.layer.relations.values()}
    assert links == {("SAID_BY", "T3", "T2"), ("ABOUT", "T3", "T1"), ("SAME_AS", "T1", "T2")}
    assert found.layer.spans["T2"].note == "note of two lines"
    assert found.layer.key.annotator == "a"


def test_brat_pieces_parted_by_a_line_end_are_one_piece_again():
    found = one(brat.read, zipped(x__txt="یک\nدو سه", x__ann="T1\tQUOTE 0 2;3 5\tیک دو\n"))
    assert found.layer.spans["T1"].pieces == ((0, 5),)


@pytest.mark.parametrize(
    "line, told",
    [
        ("T1\tQUOTE 3 99\tx", "f!x.ann:1: T1 lies outside the text"),
        ("T1\tQUOTE 3 9\tother", "T1 has the words 'other'"),
        ("T1\tQUOTE 9 3\t", "T1 lies outside the text"),
        ("T1\tQUOTE x\t", "T1 is no label with offsets"),
        ("R1\tABOUT Arg1:T7 Arg2:T8", "R1 speaks of T7, which is not there"),
        ("hello", "the line is none of brat's records"),
    ],
)
def test_a_bad_line_of_brat_is_named(line, told):
    assert told in reason(brat.read, zipped(x__txt=TEXT, x__ann=line))


def test_an_ann_file_is_read_with_the_text_beside_it(tmp_path):
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    marks = b"T1\tQUOTE 3 9\t\n"
    found = list(brat.read(io.BytesIO(marks), str(tmp_path / "x.ann"), CONTEXT))
    assert quoted(found[0]) == [("QUOTE", "«قرار»")]

    (tmp_path / "x.txt").unlink()
    found = list(brat.read(io.BytesIO(marks), str(tmp_path / "x.ann"), CONTEXT))
    assert "there is no x.txt beside it" in str(found[0])


@pytest.mark.parametrize("reader", [brat.read, cas_read.read, tsv.read])
@pytest.mark.parametrize("name", ["../x.txt", "/x.txt", "C:/x.txt", "a\\..\\x.txt"])
def test_an_archive_that_leads_out_of_itself_is_refused(reader, name):
    assert "leads out of it" in reason(reader, zipped(**{name: "x"}))


def test_an_archive_that_swells_is_stopped_while_it_is_read():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("x.txt", b"a" * 8 * 1024 * 1024)
        out.writestr("x.ann", b"")
    found = reason(brat.read, archive.getvalue())
    assert "it swells more than any text does" in found


def test_a_member_over_the_limit_is_stopped(monkeypatch):
    monkeypatch.setattr(zips, "MEMBER_LIMIT", 10)
    assert "larger than" in reason(brat.read, zipped(x__txt=TEXT, x__ann=""))


XMI = (
    '<?xml version="1.0" encoding="UTF-8"?>{}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
    'xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" '
    'xmi:version="2.0"><cas:NULL xmi:id="0"/>'
    '<custom:Speech xmi:id="2" sofa="1" begin="{}" end="{}" value="QUOTE" tone="calm"/>'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{}"/>'
    '<cas:View sofa="1" members="2"/></xmi:XMI>'
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription '
    'xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
    "<name>webanno.custom.Speech</name><description/>"
    "<supertypeName>uima.tcas.Annotation</supertypeName><features>"
    + "".join(
        f"<featureDescription><name>{name}</name><description/>"
        "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
        for name in ("value", "tone")
    )
    + "</features></typeDescription></types></typeSystemDescription>"
)


def xmi(start=2, end=8, dtd="", text="📰«قرار» x"):
    return zipped(
        **{"doc/anna__xmi": XMI.format(dtd, start, end, text), f"doc/{TYPE_SYSTEM}": TYPES}
    )


def test_a_cas_of_inception_is_read_with_its_own_types_in_utf16():
    found = one(cas_read.read, xmi())

    assert quoted(found) == [("QUOTE", "«قرار»")]
    assert found.layer.key.annotator == "anna"
    assert [s.attributes for s in found.layer.spans.values()] == [{"tone": "calm"}]


@pytest.mark.parametrize("start, end", [(1, 8), (2, 900), (-3, 4), (8, 2)])
def test_offsets_of_a_cas_that_fit_no_character_are_refused(start, end):
    assert isinstance(one(cas_read.read, xmi(start, end)), Rejection)


def test_a_cas_that_declares_entities_is_refused():
    dtd = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "document type or entities" in reason(cas_read.read, xmi(dtd=dtd, text="&b;"))
    dtd = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert "document type or entities" in reason(cas_read.read, xmi(dtd=dtd, text="&a;"))


TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Speech|tone|value\n\n\n"
    "#Text=📰 یک دو\n1-1\t0-2\t📰\t_\t_\t\n1-2\t{}-5\tیک\tcalm[1]\tQUOTE[1]\t\n1-3\t6-8\tدو\tcalm[1]\tQUOTE[1]\t\n"
)


def test_a_tsv_of_webanno_is_read_by_the_column_of_its_label():
    assert quoted(one(tsv.read, TSV.format(3).encode())) == [("QUOTE", "یک دو")]


def test_a_tsv_position_inside_a_character_is_named_with_its_line():
    assert "f:7: the token 1 to 5 begins or ends inside" in reason(tsv.read, TSV.format(1).encode())


def test_conll_of_four_columns_is_read():
    data = (
        "-DOCSTART- -X- -X- O\n\nوزیر NN B-NP B-SPEAKER\nنفت NN I-NP I-SPEAKER\n\nگفت VB O B-CUE\n"
    )
    found = one(conll.read, data.encode())
    assert found.article.text == "وزیر نفت\nگفت"
    assert quoted(found) == [("CUE", "گفت"), ("SPEAKER", "وزیر نفت")]
    assert ("text_rebuilt", 1) in found.notices


@pytest.mark.parametrize("data, told", [(b"one\n", "one column"), (b"a\tX\n", "f:1: the tag 'X'")])
def test_a_bad_row_of_conll_is_named(data, told):
    assert told in reason(conll.read, data)


def test_rows_of_tokens_without_text_are_joined_by_spaces():
    row = {"id": "7", "tokens": ["وزیر", "گفت"], "ner_tags": ["B-SPEAKER", "O"]}
    found = one(hugging_face.read, row)
    assert (found.article.id, quoted(found)) == ("7", [("SPEAKER", "وزیر")])


def test_tags_by_number_without_names_are_refused():
    row = {"tokens": ["a"], "ner_tags": [1]}
    assert "tags by name" in reason(hugging_face.read, row)


def test_new_labels_are_told_where_they_may_join():
    found = one(doccano.read, {"text": TEXT, "label": [[3, 9, "NEW"]]}, ADDING)
    assert found.unknown_labels == ("NEW",)


@pytest.mark.parametrize("module", [doccano, prodigy, hugging_face])
@pytest.mark.parametrize(
    "line, told",
    [
        (b'{"text": "\\ud800", "label": []}', "half of a character"),
        (b'{"text": "a\\u0000b", "label": []}', "NUL"),
        (b'{"text": "a", "label": ' + b"[" * 1000 + b"]" * 1000 + b"}", "nested too deeply"),
        (b'{"text": "a", "text": "b"}', "stands twice"),
        (b'{"text": "a"', "broken JSON"),
        (b"\xff\xfe\xfa", "not UTF-8"),
    ],
)
def test_hostile_lines_are_refused_with_a_sentence(module, line, told):
    assert told in reason(module.read, line)
