"""Second page of the assistant: where. Platform, address, account, layer there; the connection tried."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qgis.core import Qgis, QgsApplication, QgsFeedback, QgsVectorLayer
from qgis.gui import QgsAuthConfigSelect, QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..catalogue.remote.destinations import Destination, name_of
from ..errors import DataTerritoiresError
from ..i18n import tr
from ..publish.connections import Connection, connections, forget, has_secret, save
from ..publish.places import AUTO, Place, data_destinations, metadata_of, publishing_platforms, tried_words
from .memory import RECENT, remembered
from .tasks import FunctionRun
from .tool_button import tool_button
from .words import place_label

if TYPE_CHECKING:
    from ..catalogue.remote.platforms import Platform
    from ..publish.trial import Trial
    from .publication_memory import Publication

_NARROW = 18  # characters that a list may be narrowed to
_ICON = 16
_PROFILE, _SAVED = "platform:", "connection:"  # what an item of the list of platforms is
_NAMELESS = ("datagouv",)  # without a name, a new dataset is made
_MODES = ("upsert", "mirror", "append")


class WherePage(QScrollArea):
    """A platform fills the fields; the user completes them; the connection is tried in a task."""

    changed = pyqtSignal()
    told = pyqtSignal(str, str, object, int)  # message, hint, level, seconds
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does

    def __init__(self) -> None:
        super().__init__()
        self._trying: FunctionRun | None = None
        self._stopped = QgsFeedback()
        self._platforms: dict[str, Platform] = {}
        self._layer: QgsVectorLayer | None = None
        self._key = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        self.note = QLabel()
        self.note.setWordWrap(True)
        column.addLayout(self._form())
        column.addWidget(self.note)
        column.addLayout(self._trial_row())
        column.addWidget(self._options())
        column.addStretch(1)
        self.setWidget(inside)
        self._connect()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.platform, self.kind, self.collection, self.mode = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.address = QLineEdit()
        self.auth = QgsAuthConfigSelect()
        self.collection.setEditable(True)
        self.collection.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for box in (self.platform, self.kind, self.collection, self.mode):
            box.setMinimumContentsLength(_NARROW)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        words = (tr("create and replace"), tr("mirror: delete too"), tr("create only"))
        for value, text in zip(_MODES, words, strict=True):
            self.mode.addItem(text, value)
        for label, widget in (
            (tr("&Platform"), self.platform),
            (tr("&Kind"), self.kind),
            (tr("A&ddress"), self.address),
            (tr("Layer t&here"), self.collection),
            (tr("Acco&unt"), self.auth),
            (tr("&Mode"), self.mode),
        ):
            name = QLabel(label)
            name.setBuddy(widget)
            widget.setAccessibleName(label.replace("&", ""))
            form.addRow(name, widget)
        return form

    def _trial_row(self) -> QHBoxLayout:
        self.trial = QPushButton(QgsApplication.getThemeIcon("mActionRefresh.svg"), tr("&Try the connection"))
        self.trial.setAutoDefault(True)
        self.sign, self.answer = QLabel(), QLabel()
        self.sign.setFixedSize(_ICON, _ICON)
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.trial)
        row.addWidget(self.sign)
        row.addWidget(self.answer, 1)
        return row

    def _options(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(tr("Limits, record, saved connection"))
        box.setCollapsed(True)
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.most = QDoubleSpinBox()
        self.most.setRange(0, 100)
        self.most.setDecimals(0)
        self.most.setSuffix(" %")
        self.most.setValue(10)
        self.most.setToolTip(tr("A publication that would delete more of the platform stops before it sends anything."))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("a name to find it again, also in a model"))
        self.record = QCheckBox(tr("Publish its metadata record too"))
        self.catalogue = QLineEdit()
        self.catalogue.setPlaceholderText(tr("address of the catalogue (CSW, OGC API Records, GeoNetwork)"))
        self.catalogue.setAccessibleName(tr("Address of the catalogue"))
        self.catalogue.setEnabled(False)
        self.record.toggled.connect(self.catalogue.setEnabled)
        self.fill_in = tool_button(tr("Its record…"), "mActionEditHtml.svg")
        self.fill_in.setToolTip(tr("What is known of the layer, what its record still lacks"))
        form.addRow(tr("Deletions allowed"), self.most)
        form.addRow(self.record)
        row = QHBoxLayout()
        row.addWidget(self.catalogue, 1)
        row.addWidget(self.fill_in)
        form.addRow(row)
        self.forget = tool_button(tr("Forget it"), "mActionDeleteSelected.svg")
        self.forget.setToolTip(tr("Drop this saved connection: nothing changes on the platform"))
        self.forget.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.forget)
        form.addRow(tr("Save it as"), row)
        return box

    def _connect(self) -> None:
        self.platform.activated.connect(lambda _index: self._platform_chosen())
        self.kind.activated.connect(lambda _index: self._kind_chosen())
        self.trial.clicked.connect(self.try_it)
        self.address.textEdited.connect(lambda _text: self._address_edited())
        self.collection.editTextChanged.connect(lambda _text: self._edited())
        self.auth.selectedConfigIdChanged.connect(lambda _id: self._edited())
        self.name.textChanged.connect(lambda text: self.forget.setEnabled(text.strip() in connections()))
        self.forget.clicked.connect(lambda _checked: self._ask_forget())
        self.mode.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.most.valueChanged.connect(lambda _value: self.changed.emit())
        self.record.toggled.connect(lambda _on: self.changed.emit())
        self.fill_in.clicked.connect(lambda _checked: self._fill_in())
        self.catalogue.textEdited.connect(lambda _text: self.changed.emit())

    # ------------------------------------------------------------ what the tab asks
    def open(self, layer: QgsVectorLayer, key: str) -> str:
        """The page is shown for a layer; a sentence where the platforms can't be read."""
        other = self._layer is not layer
        self._layer, self._key = layer, key
        try:
            self._fill()
        except DataTerritoiresError as error:
            return f"{error.message} {error.hint}"
        if not self.collection.currentText() or other:
            self._name_layer()
        return ""

    def choose(self, wanted: Publication) -> None:
        """Takes what is remembered."""
        self._fill()
        self.platform.setCurrentIndex(max(0, self.platform.findData(f"{_PROFILE}{wanted.platform}")))
        self._kinds()
        self.kind.setCurrentIndex(max(0, self.kind.findData(wanted.type)))
        self._note()
        self.address.setText(wanted.target)
        self.collection.setEditText(wanted.collection)
        self.auth.setConfigId(wanted.authcfg)
        self.name.clear()
        self.mode.setCurrentIndex(max(0, self.mode.findData(wanted.mode)))
        self.most.setValue(wanted.most_deleted)
        self.record.setChecked(bool(wanted.catalogue))
        self.catalogue.setText(wanted.catalogue or self.catalogue.text())
        self._forget_trial()

    def place(self) -> Place:
        """What the fields say."""
        kind = str(self.kind.currentData() or AUTO)
        text = self.address.text().strip()
        return Place(text, kind, self.collection.currentText().strip(), str(self.auth.configId()))

    @property
    def platform_name(self) -> str:
        """The profile chosen, "" for an address alone."""
        held = str(self.platform.currentData() or "")
        return held.removeprefix(_PROFILE) if held.startswith(_PROFILE) else ""

    @property
    def platform_title(self) -> str:
        """What the place is called."""
        profile, one, address = (
            self._platforms.get(self.platform_name),
            self._destination(),
            self.address.text().strip(),
        )
        if profile is None:
            return address
        host = urlsplit(address).hostname if one is not None and not one.address else ""
        return f"{profile.title} ({host})" if host else profile.title

    def licence(self) -> str:
        """The licence that the platform proposes, "" for none."""
        from ..catalogue.remote.licences import licence

        profile = self._platforms.get(self.platform_name)
        return licence(profile.published_under).title if profile is not None and profile.published_under else ""

    def missing(self) -> str:
        """What the user still has to do; "" when nothing."""
        place = self.place()
        profile = self._platforms.get(self.platform_name)
        named = profile is None or profile.naming.takes(place.collection)
        rule = (profile.naming.words or profile.naming.pattern) if profile is not None else ""
        secret = has_secret(place.target) or has_secret(self.record_address())
        wanted = (
            (not place.target, tr("Give the address of the platform.")),
            (secret, tr("Take the name and the password off the address: the account holds them.")),
            (not place.collection and place.type not in _NAMELESS, tr("Give the name of the layer there.")),
            (not named, tr("Its names: {words}.").format(words=rule)),
            ("ESPACE:" in place.collection, tr("Replace ESPACE by the name of your workspace.")),
            (
                self.record.isChecked() and not self.record_address(),
                tr("Give the address of the catalogue, or untick the record."),
            ),
        )
        return next((words for lacking, words in wanted if lacking), "")

    def parameters(self) -> dict[str, object]:
        """Those of `dataterritoires:publish` that this page decides."""
        place = self.place()
        told = self._layer is not None and bool(self._layer.metadata().licenses())
        return {
            "LICENCE": "" if told else self.licence(),
            "TARGET": place.target, "TYPE": place.type, "COLLECTION": place.collection, "AUTHCFG": place.authcfg,
            "METADATA": self.record_address(), "TEMPLATE": self._template(), "PLATFORM": self.platform_name,
            "MODE": str(self.mode.currentData()), "MAX_DELETE": self.most.value(),
        }  # fmt: skip

    def record_address(self) -> str:
        """The catalogue that receives the record, "" for none."""
        return self.catalogue.text().strip() if self.record.isChecked() else ""

    def _fill_in(self) -> None:
        """The form of the record of the layer."""
        from .record_window import RecordWindow

        if self._layer is not None:
            window = RecordWindow(self, self._layer)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.accepted.connect(lambda: self._filled_in(beside=window.beside))
            window.open()

    def _filled_in(self, *, beside: bool) -> None:
        self.changed.emit()
        if not beside:
            self.told.emit(
                tr("The data can't keep what was said of them: save the project, which does."),
                "",
                Qgis.MessageLevel.Info,
                0,
            )

    def _template(self) -> str:
        """The template of the authority, where a record is sent."""
        if not self.record_address():
            return ""
        from .record_window import template_path

        return template_path()

    def save_connection(self) -> None:
        """Keeps the place under the name given, if one was. DataTerritoiresError: its address holds a secret."""
        name, place = self.name.text().strip(), self.place()
        if name and self._layer is not None:
            own = name_of(self._layer.name())
            pattern = place.collection.replace(own, "{layer}") if own else place.collection
            save(Connection(name, place.target, place.type, pattern, place.authcfg, self.platform_name))

    def stop(self) -> None:
        """Nothing of ours may call back afterwards."""
        if self._trying is not None:
            self._stopped.cancel()
            self._trying.forget()
            self._trying.wait()
            self._trying = None

    # ------------------------------------------------------------ the platform
    def _fill(self) -> None:
        """The saved connections, the platforms, and an address of one's own; what was chosen stays."""
        found = _nearest_first(publishing_platforms())
        chosen = self.platform.currentData()
        self.platform.clear()
        self._platforms = {one.name: one for one in found}
        bookmark = QgsApplication.getThemeIcon("mActionShowBookmarks.svg")
        for name in connections():
            self.platform.addItem(bookmark, name, f"{_SAVED}{name}")
        if self.platform.count():
            self.platform.insertSeparator(self.platform.count())
        for one in found:
            self.platform.addItem(one.title, f"{_PROFILE}{one.name}")
        self.platform.insertSeparator(self.platform.count())
        self.platform.addItem(tr("Another address"), _PROFILE)
        at = self.platform.findData(chosen) if chosen is not None else -1
        if at < 0:
            first = self.platform.findData(f"{_PROFILE}{found[0].name}") if found else 0
            self.platform.setCurrentIndex(0 if connections() else first)
            self._platform_chosen()
        else:
            self.platform.setCurrentIndex(at)

    def _platform_chosen(self) -> None:
        held = str(self.platform.currentData() or "")
        saved = connections().get(held.removeprefix(_SAVED)) if held.startswith(_SAVED) else None
        if saved is not None:
            at = self.platform.findData(f"{_PROFILE}{saved.platform}")
            self.platform.setCurrentIndex(max(at, 0))
        else:
            self.auth.setConfigId("")  # the account of one host is not shown to another
        self._kinds()
        if saved is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findData(saved.type)))
        self._kind_chosen()
        if saved is not None:
            self.address.setText(saved.target)
            self.auth.setConfigId(saved.authcfg)
            self.name.setText(saved.name)
            self.collection.setEditText(Destination("", collection=saved.collection).named(self._layer_name()))

    def _kinds(self) -> None:
        """The kinds of the platform, which its own profile may leave to the address."""
        profile = self._platforms.get(self.platform_name)
        self.kind.clear()
        if profile is None:
            from ..publish.opening import TYPES

            self.kind.addItem(tr("found out by asking"), AUTO)
            for type_ in TYPES:
                self.kind.addItem(place_label(type_), type_)
        else:
            for one in data_destinations(profile):
                self.kind.addItem(place_label(one.type), one.type)
        self.kind.setEnabled(self.kind.count() > 1)

    def _destination(self) -> Destination | None:
        profile = self._platforms.get(self.platform_name)
        known = data_destinations(profile) if profile is not None else ()
        return next((one for one in known if one.type == self.kind.currentData()), None)

    def _kind_chosen(self) -> None:
        from ..catalogue.remote.platforms import whole

        one = self._destination()
        profile = self._platforms.get(self.platform_name)
        self.address.setText(whole(one.address) if one is not None and one.address else "")
        if profile is not None and profile.authcfg:
            self.auth.setConfigId(profile.authcfg)
        self.catalogue.setText(metadata_of(profile.name)[1] if profile is not None else "")
        self._note()
        self._name_layer()
        self._address_edited()

    def _note(self) -> None:
        """What is to be known of the destination: its habits, its names, its licence, what was tried."""
        one, profile = self._destination(), self._platforms.get(self.platform_name)
        lines = []
        if one is not None and profile is not None:
            lines = [one.note, tried_words(one)]
            if profile.naming.words:
                lines.append(tr("Its names: {words}.").format(words=profile.naming.words))
            if self.licence():
                text = tr("Licence, where the layer tells none: {licence}.")
                lines.append(text.format(licence=self.licence()))
        self.address.setPlaceholderText(one.example if one is not None and one.example else "https://…")
        self.note.setText("\n".join(filter(None, lines)))
        self.note.setVisible(bool(lines))

    def _name_layer(self) -> None:
        one = self._destination()
        named = one.named(self._layer_name()) if one is not None else name_of(self._layer_name())
        self.collection.clear()
        self.collection.setEditText(named if self._layer is not None else "")

    def _layer_name(self) -> str:
        return str(self._layer.name()) if self._layer is not None else ""

    def _ask_forget(self) -> None:
        """The message bar asks: the address of a platform is long to find again."""
        name = self.name.text().strip()
        text = tr("Forget the saved connection “{name}”?").format(name=name)
        hint = tr("Nothing changes on the platform; models that name it will no longer find it.")
        self.offered.emit(text, hint, tr("Forget it"), lambda: self._forget_saved(name))

    def _forget_saved(self, name: str) -> None:
        forget(name)
        if self.name.text().strip() == name:
            self.name.clear()
        self._fill()

    def _address_edited(self) -> None:
        """It is another place: it doesn't take the name of a saved connection unless it is given that name."""
        if self.name.text().strip() in connections():
            self.name.clear()
        self._edited()

    def _edited(self) -> None:
        self._forget_trial()
        self.changed.emit()

    # ------------------------------------------------------------ the trial
    def try_it(self) -> None:
        """Tries the connection, in a task: nothing is written."""
        layer = self._layer
        if self._trying is not None or layer is None or has_secret(self.address.text()):
            return
        from ..publish.content import columns_of
        from ..publish.places import place_of
        from ..publish.trial import try_place

        given, platform, name, key = self.place(), self.platform_name, str(layer.name()), self._key
        try:
            columns, crs = columns_of(layer, key, layer.fields().names()), layer.crs()
        except DataTerritoiresError as error:
            self._say("mIconWarning.svg", str(error))
            return
        self._stopped = stopped = QgsFeedback()
        self._trying = FunctionRun(
            tr("Trying the connection"),
            lambda: try_place(place_of(given, platform, name), key, columns, crs, stopped),
        )
        self._trying.ended.connect(self._tried)
        self._say("", tr("Connecting…"))
        self.trial.setEnabled(False)
        self._trying.start()

    def _tried(self, found: Trial | None) -> None:
        run, self._trying = self._trying, None
        self.trial.setEnabled(True)
        if found is None:
            reason = f"{run.error} {run.hint}".strip() if run is not None else ""
            self._say("mIconWarning.svg", reason or tr("Nothing answers."))
            return
        text = self.collection.currentText()
        if found.collections:
            self.collection.blockSignals(True)
            self.collection.clear()
            self.collection.addItems(list(found.collections))
            self.collection.setEditText(text)
            self.collection.blockSignals(False)
        self._say("mIconSuccess.svg", found.words)

    def _forget_trial(self) -> None:
        if self._trying is not None:
            self._stopped.cancel()
            self._trying.forget()
            self._trying = None
            self.trial.setEnabled(True)
        self._say("", "")

    def _say(self, icon: str, text: str) -> None:
        self.sign.setVisible(bool(icon))
        if icon:
            self.sign.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(_ICON, _ICON))
        self.answer.setText(text)


def _nearest_first(found: tuple[Platform, ...]) -> tuple[Platform, ...]:
    """The platforms that serve the last territory of the dock come first."""
    from ..territory import territory

    recent = remembered(RECENT)
    try:
        last = territory(recent[0], ask=False) if recent else None
    except DataTerritoiresError:
        last = None
    return tuple(sorted(found, key=lambda one: last is None or not one.serves(last)))
