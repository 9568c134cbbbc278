"""The worked examples of the literature and of other programs' tests, through public functions.

`cases.json` holds offsets, labels and figures only, each with its source and what verified it.
"""

import json
from pathlib import Path

import pytest

from agreement.layers import article, layer, measured, span
from annotator.agreement import nominal, positions, unitizing, unitizing_2004
from annotator.agreement.alignment import Settings, disorder, dissimilarity, positional
from annotator.agreement.attributes import attribute_agreement
from annotator.agreement.gamma import gamma, gamma_from
from annotator.agreement.marks import marks_of, marks_of_layer
from annotator.agreement.pairing import Scheme, counts, iou, meetings, paired
from annotator.agreement.ratio import Ratio
from annotator.agreement.relations import relation_counts
from annotator.agreement.resampling import bootstrap

SCHEMES = {
    "strict": Scheme.STRICT,
    "exact": Scheme.BOUNDARIES,
    "ent_type": Scheme.TYPE,
    "partial": Scheme.PARTIAL,
}


@pytest.fixture(scope="session")
def cases():
    found = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"))
    return found["cases"]


def of(cases, *measures):
    """Pick the cases of some measures; there is at least one."""
    found = [case for case in cases if case["measure"] in measures]
    assert found
    return found


def tolerance(case, *names):
    """Give the tolerance of a value, by the first name that the case lists."""
    given = case["tolerance"]
    if not isinstance(given, dict):
        return given
    return next((given[name] for name in names if name in given), given.get("default", 1e-9))


def near(value, expected, allowed=1e-9):
    """Compare a figure; None stands for not defined on both sides."""
    if expected is None or value is None:
        return value is expected
    return value == pytest.approx(expected, abs=max(allowed, 1e-9))


def triples(spans):
    return [(one["start"], one["end"], one["label"]) for one in spans]


def documents(case):
    return [
        article(
            {name: triples(spans) for name, spans in one["annotators"].items()},
            length=one["length"],
            key=one["id"],
        )
        for one in case["input"]["documents"]
    ]


def all_marks(case):
    return [
        [marks_of(triples(spans)) for spans in one["annotators"].values()]
        for one in case["input"]["documents"]
    ]


def terms(document, label=None, scale=1):
    """Make the terms of the 2004 figure for each label of a document."""
    begin = document.get("begin", 0) * scale
    layers = [
        marks_of([(s * scale, e * scale, kind) for s, e, kind in triples(spans)])
        for spans in document["annotators"].values()
    ]
    labels = sorted({name for one in layers for name in one.units})
    nothing = unitizing.NO_UNITS
    return {
        name: unitizing_2004.Terms(
            [one.units.get(name, nothing).ranges for one in layers],
            document["length"] * scale - begin,
            begin,
        ).group(range(len(layers)))
        for name in labels
    }


def test_alpha_u_2004(cases):
    for case in of(cases, "alpha_U_2004"):
        (document,) = case["input"]["documents"]
        found = terms(document)
        for label, expected in case["expected"].get("per_label", {}).items():
            part = found[label]
            values = {
                "D_o": part.observed,
                "D_e": part.expected,
                "alpha": unitizing_2004.alpha([part]),
            }
            for name, value in expected.items():
                allowed = tolerance(case, name, "per_label")
                exact = name.endswith("_exact")
                assert near(
                    values[name.removesuffix("_exact")], value, 1e-9 if exact else allowed
                ), (case["id"], name)
        for name in ("alpha", "alpha_exact"):
            if name in case["expected"]:
                value = unitizing_2004.alpha(found.values())
                assert near(value, case["expected"][name], tolerance(case, name)), case["id"]
        if "stretched_limit" in case["expected"]:
            (limit,) = case["expected"]["stretched_limit"].values()
            (part,) = terms(document, scale=50_000).values()
            assert near(part.expected, limit["D_e"], 0.005)
            assert near(unitizing_2004.alpha([part]), limit["alpha"], 0.02)


def test_alpha_u_2004_in_the_report(cases):
    for case in of(cases, "alpha_U_2004"):
        if "begin" in case["input"]["documents"][0]:
            continue
        found = measured(*documents(case))
        for label, expected in case["expected"].get("per_label", {}).items():
            row = found.row("alpha_u_2004", None, label)
            assert near(row.value, expected["alpha_exact"])
        if "alpha" in case["expected"]:
            assert near(found.row("alpha_u_2004").value, case["expected"]["alpha"])


def test_distances_of_2004(cases):
    for case in of(cases, "alpha_U_distance"):
        found = [unitizing_2004.distance(one["a"], one["b"]) for one in case["input"]["pairs"]]
        assert found == case["expected"]["distance"]


def test_u_alpha_family_of_2016(cases):
    for case in of(cases, "u_alpha_family_2016"):
        lengths = [one["length"] for one in case["input"]["documents"]]
        found = unitizing.family(list(zip(all_marks(case), lengths, strict=True)))
        reported = measured(*documents(case))
        expected = case["expected"]
        pairs = [("u_alpha", "u"), ("bar_u_alpha", "bar_u"), ("cu_alpha", "cu")]
        for name, attribute in pairs:
            assert near(getattr(found, attribute), expected[name]), (case["id"], name)
            assert near(reported.row("u_alpha", attribute).value, expected[name])
            if "published" in expected:
                assert near(getattr(found, attribute), expected["published"][name], 0.0005)
        assert near(found.cu_coverage, expected["cu_coverage"])
        for label, value in (expected["ku_alpha"] or {}).items():
            assert near(found.ku[label], value), (case["id"], label)
            assert near(found.ku_coverage[label], expected["ku_coverage"][label])
            assert near(reported.row("u_alpha", "ku", label).value, value)


def test_alpha_of_ratings(cases):
    for case in of(cases, "krippendorff_alpha"):
        items = case["input"]["items"]
        distances = {
            "nominal": nominal.nominal,
            "ordinal": nominal.ordinal(items),
            "interval": nominal.interval,
            "ratio": nominal.ratio,
        }
        published = case["expected"].get("published", {})
        for name, distance in distances.items():
            if name in case["expected"]:
                value = nominal.alpha(items, distance).value
                assert near(value, case["expected"][name]), (case["id"], name)
                assert near(value, published.get(name, value), 0.001)
        found = nominal.alpha(items)
        assert near(found.observed, case["expected"].get("D_o", found.observed))
        assert near(found.expected, case["expected"].get("D_e", found.expected))


def test_cohen_fleiss_and_gwet(cases):
    for case in of(cases, "cohen_kappa"):
        found = nominal.cohen(case["input"]["table"]["counts"])
        assert near(found.value, case["expected"]["kappa"])
    for case in of(cases, "fleiss_kappa"):
        found = nominal.fleiss(case["input"]["items"])
        expected = case["expected"]
        assert near(found.value, expected["kappa"])
        assert near(found.observed, expected["P_o"])
        assert near(found.expected, expected["P_e"])
        for category, value in expected["per_category"].items():
            assert near(found.per_category[int(category)], value)
    for case in of(cases, "gwet_ac"):
        table = case["input"]["table"]["counts"]
        for name, quadratic in (("AC1", False), ("AC2", True)):
            found, expected = nominal.gwet(table, quadratic=quadratic), case["expected"][name]
            assert near(found.value, expected["coefficient"])
            assert near(found.observed, expected["p_a"])
            assert near(found.expected, expected["p_e"])
        assert near(nominal.cohen(table).value, case["expected"]["cohen_kappa"])


def test_agreement_by_position(cases):
    names = {"cohen_kappa": "kappa", "scott_pi": "pi", "krippendorff_alpha": "alpha"}
    for case in of(cases, "position_agreement"):
        found, expected = measured(*documents(case)), case["expected"]
        for name, measure in names.items():
            if name in expected:
                (label,) = {row.label for row in found.rows if row.label}
                row = found.row(f"position_{measure}", None, label)
                assert near(row.value, expected[name]), (case["id"], name)
                assert (row.value is None) == bool(row.undefined)
        for label, value in expected.get("alpha_per_label", {}).items():
            assert near(found.row("position_alpha", None, label).value, value)
        for name, distance in (("jaccard", nominal.jaccard), ("masi", nominal.masi)):
            if f"alpha_set_{name}" in expected:
                (layers,) = all_marks(case)
                value = nominal.set_alpha(layers, 60, distance).value
                assert near(value, expected[f"alpha_set_{name}"])


def test_strict_f1(cases):
    for case in of(cases, "pairwise_span_f1"):
        found, expected = measured(*documents(case)), case["expected"]
        assert near(found.row("span_f1", "strict").value, expected["exact_f1"]), case["id"]
        for label, value in expected.get("per_label", {}).items():
            assert near(found.row("span_f1", "strict", label).value, value)
        if "type_f1" in expected:
            assert near(found.row("span_f1", "type").value, expected["type_f1"])
        for name, value in expected.get("per_document", {}).items():
            (one,) = [document for document in documents(case) if document.id == name]
            assert near(measured(one).row("span_f1", "strict").value, value)
        if "shared_documents" in expected:
            assert found.articles == expected["shared_documents"]
            assert "--status done" in found.message
        if expected.get("document_state") == "both_empty":
            assert found.scores[0].value is None
        if expected.get("document_state") == "one_empty":
            assert found.scores[0].value == 0.0


def test_f1_schemes_and_their_counts(cases):
    for case in of(cases, "pairwise_span_f1_schemes"):
        for name, expected in case["expected"].get("schemes", {}).items():
            totals = [0] * 5
            credit = reference = other = 0
            for first, second in all_marks(case):
                pairing = paired(first, second, SCHEMES[name])
                totals = [a + b for a, b in zip(totals, counts(pairing), strict=True)]
                credit += pairing.credit
                reference, other = reference + len(first), other + len(second)
            names = ("correct", "incorrect", "partial", "missed", "spurious")
            assert totals == [expected[one] for one in names], (case["id"], name)
            assert near(credit / other, expected["precision"])
            assert near(credit / reference, expected["recall"])
            found = measured(*documents(case)).row("span_f1", SCHEMES[name])
            assert near(found.value, expected["f1"])
        for name, value in case["expected"].get("f1", {}).items():
            found = measured(*documents(case)).row("span_f1", SCHEMES[name])
            assert near(found.value, value), (case["id"], name)
            ((first, second),) = all_marks(case)
            total = len(first) + len(second)
            for one, other in ((first, second), (second, first)):
                assert near(2 * paired(one, other, SCHEMES[name]).credit / total, value)


def test_f1_of_half_the_extent(cases):
    for case in of(cases, "pairwise_span_f1_iou"):
        ((first, second),) = all_marks(case)
        shared = {(i, j): n for i, j, n in meetings(first, second)}
        found = [
            [iou(one, other, shared.get((i, j), 0)) for j, other in enumerate(second.items)]
            for i, one in enumerate(first.items)
        ]
        assert found == [pytest.approx(row) for row in case["expected"]["iou"]]
        row = measured(*documents(case)).row("span_f1", "iou50")
        assert near(row.value, case["expected"]["f1"])
        pairing = paired(first, second, Scheme.IOU50, case["params"]["threshold"])
        assert near(2 * pairing.credit / (len(first) + len(second)), case["expected"]["f1"])


def test_specific_agreement(cases):
    for case in of(cases, "positive_specific_agreement"):
        given = case["input"]["table"]
        table = positions.Table(given["both"], given["only_a"], given["only_b"], given["neither"])
        expected = case["expected"]
        assert near(positions.positive(table).value, expected["positive_specific"])
        assert near(positions.negative(table).value, expected["negative_specific"])
        assert near(positions.kappa(table).value, expected["cohen_kappa"])


def test_intervals(cases):
    for case in of(cases, "bootstrap_ci"):
        rows = [(one["twice_common"], one["spans"]) for one in case["input"]["documents_counts"]]
        low, high = bootstrap(rows, lambda sums: Ratio(*sums))
        total = [sum(column) for column in zip(*rows, strict=True)]
        assert near(total[0] / total[1], case["expected"]["f1"])
        assert near(low, case["expected"]["low"])
        assert near(high, case["expected"]["high"])
    assert bootstrap([(1, 2)], lambda sums: Ratio(*sums)) is None


def test_relations(cases):
    for case in of(cases, "relation_agreement"):
        (document,) = case["input"]["documents"]
        layers = {
            name: layer(
                [
                    span(one["start"], one["end"], one["label"], key=one["id"])
                    for one in given["spans"]
                ],
                [tuple(one) for one in given["relations"]],
            )
            for name, given in document["annotators"].items()
        }
        first, second = map(marks_of_layer, layers.values())
        found = relation_counts(first, second, paired(first, second))
        expected = case["expected"]
        assert near(found.strict_f1, expected["strict_f1"])
        assert near(found.aligned_f1, expected["aligned_f1"])
        assert near(found.untyped_f1, expected["aligned_untyped_f1"])
        given = expected["given_both_arguments"]
        assert found.untyped == given["pairs_of_spans_related_by_both"]
        assert near(found.type_agreement, given["type_agreement"])
        reported = measured(article(layers, length=document["length"]))
        assert near(reported.row("relation_f1", "strict").value, expected["strict_f1"])
        assert near(reported.row("relation_f1", "aligned").value, expected["aligned_f1"])
        assert near(reported.row("relation_f1", "untyped").value, expected["aligned_untyped_f1"])


def test_attributes(cases):
    for case in of(cases, "attribute_agreement"):
        pairs = [tuple(pair) for pair in case["input"]["pairs_of_aligned_spans"]]
        alone = case["input"]["unaligned"]
        found, expected = attribute_agreement(pairs, (alone["a"], alone["b"])), case["expected"]
        assert near(found.percent, expected["percent_unset_is_a_value"])
        assert near(found.kappa, expected["cohen_kappa_unset_is_a_value"])
        assert near(found.alpha, expected["alpha_unset_is_missing"])
        assert found.aligned_share == pytest.approx(tuple(expected["aligned_share"].values()))


def test_attributes_in_the_report(cases):
    """The same pairs as spans of one label, and those that only one side marked."""
    for case in of(cases, "attribute_agreement"):
        sides = {"a": [], "b": []}
        for place, values in enumerate(case["input"]["pairs_of_aligned_spans"]):
            for name, value in zip(sides, values, strict=True):
                given = {"kind": value} if value else {}
                sides[name].append(span(place * 10, place * 10 + 5, "q", attributes=given))
        for name, number in case["input"]["unaligned"].items():
            start = 200 if name == "a" else 300
            sides[name] += [span(start + 9 * i, start + 9 * i + 5, "q") for i in range(number)]
        found, expected = measured(article(sides, length=400)), case["expected"]
        rows = {one: found.row("attribute", one, "q.kind") for one in ("percent", "kappa", "alpha")}
        assert near(rows["percent"].value, expected["percent_unset_is_a_value"])
        assert near(rows["kappa"].value, expected["cohen_kappa_unset_is_a_value"])
        assert near(rows["alpha"].value, expected["alpha_unset_is_missing"])
        assert rows["percent"].n == len(case["input"]["pairs_of_aligned_spans"])
        shares = tuple(expected["aligned_share"].values())
        assert rows["percent"].notes[0].values == pytest.approx(shares)


def settings(case):
    given = case["params"]
    return Settings(given.get("alpha", 1), given.get("beta", 1), given["delta_empty"])


def test_gamma_positions(cases):
    for case in of(cases, "gamma_positional"):
        found = [
            positional((*one, "x"), (*other, "x"), case["params"]["delta_empty"])
            for one, other in case["input"]["pairs"]
        ]
        assert found == pytest.approx(case["expected"]["values"], abs=1e-9)


def test_gamma_disorders_and_replayed_samples(cases):
    for case in of(cases, "gamma"):
        if "documents" not in case["input"]:
            continue
        (document,) = case["input"]["documents"]
        units = {name: triples(spans) for name, spans in document["annotators"].items()}
        observed = disorder(list(units.values()), settings(case))
        assert near(observed, case["expected"]["observed_disorder"], 1e-5), case["id"]
        for one in case["expected"].get("pair_dissimilarities", ()):
            first = units[one["annotatorA"]][one["unitIndexA"]]
            second = units[one["annotatorB"]][one["unitIndexB"]]
            assert dissimilarity(first, second, settings(case)) == pytest.approx(
                one["combined"], rel=1e-5, abs=1e-5
            )
        samples = []
        for sample in case["input"].get("replayed_samples", ()):
            continua = [triples(spans) for spans in sample["annotators"].values()]
            samples.append(disorder(continua, settings(case)))
            assert near(samples[-1], sample["disorder"], 1e-5)
        if samples:
            value = gamma_from(observed, samples)
            assert near(value, case["expected"]["gamma_on_replayed_samples"], 1e-4)


def test_gamma_of_the_published_example(cases):
    for case in of(cases, "gamma"):
        if "gamma_range" not in case["expected"]:
            continue
        (document,) = case["input"]["documents"]
        units = {name: triples(spans) for name, spans in document["annotators"].items()}
        given = Settings(3, 1, 1, samples=400, unaligned=True)
        found, expected = gamma(units, document["length"], given), case["expected"]
        assert expected["gamma_range"][0] <= found.gamma <= expected["gamma_range"][1]
        assert expected["gamma_cat_range"][0] <= found.cat <= expected["gamma_cat_range"][1]
        for label, value in expected["gamma_k"].items():
            if value == "<=0":
                assert found.k[label] <= 0
            elif isinstance(value, list):
                assert value[0] - 0.02 <= found.k[label] <= value[1] + 0.02
            else:
                assert found.k[label] == pytest.approx(value)


def test_gamma_edges(cases):
    for case in of(cases, "gamma"):
        for one in case["input"].get("cases", ()):
            units = {name: [tuple(u) for u in given] for name, given in one["annotators"].items()}
            found = gamma(units, 20, settings(case))
            expected = case["expected"][one["name"]]
            if expected["gamma"] is None:
                assert found is None
            elif expected["gamma"] == "<=0":
                assert found.gamma <= 0
                assert found.observed == expected["observed_disorder"]
                assert (found.cat, found.cat_weight) == (expected["gamma_cat"], 0)
            else:
                assert (found.gamma, found.samples) == (expected["gamma"], 0)


def test_all_cases_have_a_test(cases):
    known = {
        "alpha_U_2004", "alpha_U_distance", "u_alpha_family_2016", "krippendorff_alpha",
        "cohen_kappa", "fleiss_kappa", "gwet_ac", "position_agreement", "pairwise_span_f1",
        "pairwise_span_f1_schemes", "pairwise_span_f1_iou", "positive_specific_agreement",
        "bootstrap_ci", "relation_agreement", "attribute_agreement", "gamma", "gamma_positional",
    }  # fmt: skip

    assert {case["measure"] for case in cases} == known
