"""Curves between spans."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.ui.views.links import Anchor, Names, curve, rubber

HIGH, LOW = Anchor(100, 50, 90), Anchor(300, 250, 290)


def test_a_curve_down_leaves_below_and_arrives_above():
    path = curve(HIGH, LOW)

    assert path.pointAtPercent(0) == QPointF(100, 90)
    assert path.currentPosition() == QPointF(300, 250)


def test_a_curve_up_leaves_above_and_arrives_below():
    path = curve(LOW, HIGH)

    assert path.pointAtPercent(0) == QPointF(300, 250)
    assert path.currentPosition() == QPointF(100, 90)


def test_a_curve_on_one_line_runs_above_it():
    path = curve(HIGH, Anchor(400, 50, 90))

    assert path.boundingRect().bottom() == pytest.approx(50)
    assert path.boundingRect().top() < 50


def test_the_rubber_ends_at_the_pointer():
    assert rubber(HIGH, QPointF(7, 8)).currentPosition() == QPointF(7, 8)


def test_names_never_lie_over_each_other_or_over_tags(qtbot):
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    taken = [QRectF(190, 40, 20, 20)]
    names = Names(painter, QColor("black"), QColor("white"), taken)
    for _ in range(3):
        names.draw("گفتهٔ", QPointF(200, 50))
    painter.end()

    assert len(taken) == 4
    assert not any(a.intersects(b) for i, a in enumerate(taken) for b in taken[:i])
