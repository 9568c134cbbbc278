"""Words for formats and for what they lose, in the language on screen."""

from __future__ import annotations

from annotator.formats.format import Format
from annotator.formats.loss import Loss
from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP

_HOLDS = {
    "jsonl": QT_TRANSLATE_NOOP("Formats", "Everything: the format of this program"),
    "scheme": QT_TRANSLATE_NOOP("Formats", "The label scheme alone"),
    "doccano": QT_TRANSLATE_NOOP("Formats", "Articles, spans and links for doccano"),
    "doccano-spans": QT_TRANSLATE_NOOP("Formats", "Articles and spans for doccano, without links"),
    "prodigy": QT_TRANSLATE_NOOP("Formats", "Everything, with tokens, for Prodigy"),
    "label-studio": QT_TRANSLATE_NOOP("Formats", "Tasks with annotations for Label Studio"),
    "label-studio-config": QT_TRANSLATE_NOOP("Formats", "The labelling set-up for Label Studio"),
    "brat": QT_TRANSLATE_NOOP("Formats", "Pairs of text and annotation for brat, in a zip"),
    "cas-xmi": QT_TRANSLATE_NOOP("Formats", "UIMA CAS as XMI for INCEpTION, in a zip"),
    "cas-json": QT_TRANSLATE_NOOP("Formats", "UIMA CAS as JSON for INCEpTION, in a zip"),
    "webanno-tsv": QT_TRANSLATE_NOOP("Formats", "Tokens with spans and links (WebAnno TSV 3.3)"),
    "conll": QT_TRANSLATE_NOOP("Formats", "Tokens with one tag each (IOB2)"),
    "hugging-face": QT_TRANSLATE_NOOP("Formats", "Tokens and tags for Hugging Face, as JSON"),
    "parquet": QT_TRANSLATE_NOOP("Formats", "Tokens and tags for Hugging Face; needs pyarrow"),
    "spacy": QT_TRANSLATE_NOOP("Formats", "Texts and spans for training spaCy; needs spaCy"),
    "spans-csv": QT_TRANSLATE_NOOP("Formats", "A table to look at, one row a span"),
    "spans-xlsx": QT_TRANSLATE_NOOP("Formats", "A workbook to look at, one row a span"),
    "who-said-what": QT_TRANSLATE_NOOP("Formats", "A table of quotes with their speakers"),
    "who-said-what-xlsx": QT_TRANSLATE_NOOP("Formats", "A workbook of quotes with their speakers"),
}
LOSSES = {
    "overlap": QT_TRANSLATE_NOOP("Losses", "spans left out that share text with another"),
    "no_token": QT_TRANSLATE_NOOP("Losses", "spans left out that hold no word"),
    "edge_in_space": QT_TRANSLATE_NOOP("Losses", "spans that lose white space at an edge"),
    "unfit": QT_TRANSLATE_NOOP("Losses", "spans that cannot be written"),
    "split": QT_TRANSLATE_NOOP("Losses", "split spans taken apart"),
    "joined": QT_TRANSLATE_NOOP("Losses", "split spans with two pieces joined"),
    "twins": QT_TRANSLATE_NOOP("Losses", "spans left out that repeat another"),
    "relations": QT_TRANSLATE_NOOP("Losses", "links left out"),
    "attributes": QT_TRANSLATE_NOOP("Losses", "spans that lose their attributes"),
    "attribute_names": QT_TRANSLATE_NOOP("Losses", "attributes not kept to the letter"),
    "entities": QT_TRANSLATE_NOOP("Losses", "spans that lose their entity"),
    "entity_details": QT_TRANSLATE_NOOP("Losses", "entities that lose their kind or details"),
    "unmentioned_entities": QT_TRANSLATE_NOOP("Losses", "entities left out that no span names"),
    "notes": QT_TRANSLATE_NOOP("Losses", "notes on spans left out"),
    "note_lines": QT_TRANSLATE_NOOP("Losses", "notes written as one line"),
    "flags": QT_TRANSLATE_NOOP("Losses", "flags on spans left out"),
    "provenance": QT_TRANSLATE_NOOP("Losses", "gold spans that lose what they were made from"),
    "relation_provenance": QT_TRANSLATE_NOOP(
        "Losses", "gold links that lose what they were made from"
    ),
    "decisions": QT_TRANSLATE_NOOP("Losses", "verdicts left out"),
    "overlap_setting": QT_TRANSLATE_NOOP(
        "Losses", "layers with spans that share text: the other program must allow it"
    ),
    "several_layers": QT_TRANSLATE_NOOP("Losses", "further layers left out"),
    "gold": QT_TRANSLATE_NOOP("Losses", "gold layers not marked as gold"),
    "annotators": QT_TRANSLATE_NOOP("Losses", "layers that lose their annotator"),
    "status": QT_TRANSLATE_NOOP("Losses", "layers that lose their status"),
    "document": QT_TRANSLATE_NOOP("Losses", "layers that lose the labels of the article"),
    "layer_notes": QT_TRANSLATE_NOOP("Losses", "notes on articles left out"),
    "layer_flags": QT_TRANSLATE_NOOP("Losses", "flags on articles left out"),
    "scheme_refs": QT_TRANSLATE_NOOP("Losses", "layers that lose the version of their scheme"),
    "empty_layers": QT_TRANSLATE_NOOP("Losses", "layers without spans left out"),
    "bare_articles": QT_TRANSLATE_NOOP("Losses", "articles without a layer left out"),
    "exact_text": QT_TRANSLATE_NOOP("Losses", "articles that lose their exact spacing"),
    "text_changed": QT_TRANSLATE_NOOP("Losses", "articles with characters replaced by spaces"),
    "text_cut": QT_TRANSLATE_NOOP("Losses", "articles cut because they are too long for a cell"),
    "meta": QT_TRANSLATE_NOOP("Losses", "articles that lose their metadata"),
    "meta_keys": QT_TRANSLATE_NOOP("Losses", "metadata not kept to the letter"),
    "article_ids": QT_TRANSLATE_NOOP("Losses", "articles that lose their id"),
    "direction": QT_TRANSLATE_NOOP("Losses", "articles that lose their text direction"),
    "origin": QT_TRANSLATE_NOOP("Losses", "spans that lose where they came from"),
    "times": QT_TRANSLATE_NOOP("Losses", "spans that lose when they were made"),
    "span_ids": QT_TRANSLATE_NOOP("Losses", "spans that get other ids"),
    "relation_ids": QT_TRANSLATE_NOOP("Losses", "links that get other ids"),
}


def holds(one: Format) -> str:
    """Return in one line what a format holds; a new one's own words where we have none."""
    return i18n.translate("Formats", _HOLDS[one.name]) if one.name in _HOLDS else one.holds


def loss(found: Loss) -> str:
    """Return a loss as a line: how many of what, and the first cases."""
    what = i18n.translate("Losses", LOSSES[found.kind])
    examples = "; ".join(i18n.fill("{one}", one=str(example)) for example in found.examples)
    return f"{i18n.number(found.count)} {what}" + (f" — {examples}" if examples else "")
