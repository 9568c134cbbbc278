import pytest

from annotator.domain.errors import Rejection, UserError
from annotator.domain.layer import Status
from annotator.formats.records import RelationUse
from annotator.workspace import check
from annotator.workspace.backups import backups
from annotator.workspace.importing import ImportCancelled, ImportOptions, import_paths
from workspace.projects import OTHER, TEXT, article, bring, layer, mine, record, span

LINE = '{"id": "%s", "text": "متن خبر شمارهٔ %s", "annotator": "a1", "spans": [%s]}\n'
SPAN = '{"label": "TOPIC", "start": 0, "end": 3}'


def bad(line=7):
    return Rejection("file.jsonl", line, "text", "broken")


def figures(report):
    return report.articles, report.layers, report.replaced, report.unchanged


def test_articles_and_layers_come_in_with_their_people(ws):
    report = bring(
        ws,
        record(article("b1", "متن نو"), layer("b1", "a1", [span("s", 0, 3)])),
        record(article("b1", "متن نو"), layer("b1", "a2", [span("s", 0, 3)])),
        record(article("b1", "متن نو"), layer("b1", None, [span("s", 4, 6)])),
    )

    assert figures(report) == (1, 3, 0, 0)
    assert report.people == ["a1", "a2"]
    assert ws.layers("b1") == [mine("b1", "a1"), mine("b1", "a2"), mine("b1", None)]
    assert ws.layer(mine("b1", "a1")) == layer("b1", "a1", [span("s", 0, 3)])
    assert ws.article_ids()[-1] == "b1"
    assert check.check(ws) == []


def test_the_same_again_adds_nothing_not_even_to_the_history(ws):
    records = [
        record(article("b1", "متن نو"), layer("b1", "a1", [span("s", 0, 3)])),
        record(article("b2", "متن دو")),
    ]
    bring(ws, *records)
    entries = ws.journal.last()

    report = bring(ws, *records)

    assert figures(report) == (0, 0, 0, 2)
    assert not report.changed
    assert ws.journal.last() == entries


def test_an_article_with_another_text_is_rejected_and_the_rest_is_taken(ws):
    report = bring(ws, record(article("a1", "متن دیگر"), line=4), record(article("b1", "متن")))

    assert [str(one) for one in report.rejections] == [
        "file.jsonl:4: an article 'a1' with another text is in the project already"
    ]
    assert (report.articles, ws.article("a1").text) == (1, TEXT)


def test_a_layer_with_other_content_is_rejected_and_the_old_one_stays(ws):
    old = layer("a1", "a1", [span("s", 0, 4)])
    bring(ws, record(article("a1"), old))

    report = bring(ws, record(article("a1"), layer("a1", "a1", [span("s", 0, 5)])))

    assert report.rejections[0].field == "annotator"
    assert not report.changed
    assert ws.layer(mine("a1", "a1")) == old


def test_replacing_takes_the_new_layer_and_keeps_the_old_in_the_history(ws):
    old = layer("a1", "a1", [span("s", 0, 4), span("t", 5, 8)])
    new = layer("a1", "a1", [span("s", 0, 5)], Status.STARTED)
    bring(ws, record(article("a1"), old))
    before = ws.journal.last()

    report = bring(ws, record(article("a1"), new), replace=True)

    assert figures(report) == (0, 0, 1, 0)
    assert ws.layer(mine("a1", "a1")) == new
    assert ws.layer_at(mine("a1", "a1"), before) == old
    assert check.check(ws) == []


def test_one_layer_twice_in_a_file_is_taken_once(ws):
    first = layer("b1", "a1", [span("s", 0, 3)])
    other = layer("b1", "a1", [span("s", 0, 2)])
    report = bring(
        ws,
        *(record(article("b1", "متن"), one, line=i) for i, one in enumerate((first, first, other))),
    )

    assert figures(report) == (1, 1, 0, 1)
    assert [one.line for one in report.rejections] == [2]


def test_strict_takes_all_or_nothing(ws):
    entries, people = ws.journal.last(), ws.people()
    good = record(article("b1", "متن"), layer("b1", "new", [span("s", 0, 3)]))

    report = bring(ws, good, bad(), strict=True)

    assert not report.changed
    assert len(report.rejections) == 1
    assert (ws.article_ids(), ws.people(), ws.journal.last()) == (["a1", "a2"], people, entries)
    assert bring(ws, good, strict=True).changed


def test_unknown_labels_join_the_scheme_under_a_new_version(ws):
    new = layer("b1", "a1", [span("s", 0, 3, "PLACE"), span("t", 0, 2, "TIME")])
    use = RelationUse("AT", "PLACE", "TIME")

    report = bring(
        ws,
        record(
            article("b1", "متن"), new, unknown_labels=("PLACE", "TIME"), unknown_relations=(use,)
        ),
        add_labels=True,
    )

    assert report.labels == ["PLACE", "TIME"]
    assert ws.scheme.version == 2
    assert ws.scheme.label("PLACE").color == ws.scheme.label("TIME").color
    assert ws.scheme.relation("AT").allows("PLACE", "TIME")
    assert ws.scheme.label("QUOTE") is not None


def test_like_articles_are_skipped_only_where_asked_for(ws):
    same = record(article("b1", OTHER))

    assert bring(ws, same, skip_duplicates=True).duplicates == 1
    assert bring(ws, same).articles == 1


def test_a_name_too_like_another_is_rejected(ws):
    report = bring(ws, record(article("a1"), layer("a1", "OMID", [span("s", 0, 4)])))

    assert "too like Omid" in report.rejections[0].reason
    assert len(ws.people()) == 2


def test_what_is_in_the_bin_is_not_imported_over(ws):
    from annotator.workspace import operations

    operations.bin_articles(ws, ["a1"])

    report = bring(ws, record(article("a1")))

    assert "in the bin" in report.rejections[0].reason


def test_a_backup_comes_before_an_import_into_a_project_with_content(ws, clock):
    made = len(backups(ws.path))
    clock.move(hours=1)

    bring(ws, record(article("b1", "متن")))

    assert [one.reason for one in backups(ws.path)][: 1 + made] == ["import"] * (1 + made)
    assert made == 0


def test_files_and_folders_are_read_by_their_format(ws, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("متن یکم", encoding="utf-8")
    (folder / "two.jsonl").write_text(LINE % ("j1", "یک", SPAN) + "{broken\n", encoding="utf-8")

    report = import_paths(ws, [folder])

    assert figures(report) == (2, 1, 0, 0)
    assert [(one.file, one.line) for one in report.rejections] == [(str(folder / "two.jsonl"), 2)]
    assert ws.article("one").text == "متن یکم"
    assert ws.layer(mine("j1", "a1")).status is Status.STARTED
    assert len(ws.queue()) == 4


def test_a_stopped_import_leaves_the_project_as_it_was(ws, tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text("".join(LINE % (f"m{i}", i, SPAN) for i in range(1000)), encoding="utf-8")
    told = []

    def progress(done, total):
        told.append((done, total))

    with pytest.raises(ImportCancelled):
        import_paths(ws, [path], progress=progress, cancelled=lambda: len(told) > 2)

    assert told == sorted(told)
    assert ws.article_ids() == ["a1", "a2"]
    assert len(ws.people()) == 2
    assert import_paths(ws, [path]).articles == 1000
    assert check.check(ws) == []


def test_nothing_to_read_is_a_sentence(ws, tmp_path):
    with pytest.raises(UserError, match="no file or folder"):
        import_paths(ws, [tmp_path / "none"])
    with pytest.raises(UserError, match="no format"):
        import_paths(ws, [tmp_path], ImportOptions(format="nonsense"))
