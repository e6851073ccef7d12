"""Work done beside the windows: an algorithm or a function in a task of QGIS, its end told on the main thread.

What a task needs (algorithm, context, feedback) is kept alive here until it has ended, even when the window has gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, pyqtSignal

from ..errors import DataTerritoiresError
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

_alive: set[QObject] = set()  # a task without a Python reference never runs
_STOP_WITHIN, _STEP = 3000, 50  # milliseconds given to a task to stop when the plugin is unloaded; of each look


class Follower(QgsProcessingFeedback):
    """The feedback of an algorithm, told to a window: its signals cross from the threads of the work."""

    layer_moved = pyqtSignal(str, str, int, int, str)  # entry, status, received, announced (-1: not told), message

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def layer_changed(self, entry_id: str, status: str, received: int, announced: int, message: str) -> None:
        """What a clip tells of a layer (`clip.request.Listener`), from any thread."""
        self.layer_moved.emit(entry_id, status, received, announced, message)

    def reportError(self, error: str | None, fatalError: bool = False) -> None:
        """Kept for the window, besides the log."""
        self.errors.append(error or "")
        super().reportError(error, fatalError)

    def pushWarning(self, warning: str | None) -> None:
        """Kept for the window, besides the log."""
        self.warnings.append(warning or "")
        super().pushWarning(warning)


class Work(QObject):
    """A task and what it needs. `ended` comes once, on the main thread, unless the work was forgotten before."""

    ended = pyqtSignal(object)  # the result; None where it failed or was cancelled: see `error` and `cancelled`

    def __init__(self) -> None:
        super().__init__()
        self.error = ""
        self.hint = ""
        self.cancelled = False
        self._task: QgsTask | None = None
        self._forgotten = False

    @property
    def running(self) -> bool:
        """Whether the task has not ended."""
        return self._task is not None

    def cancel(self) -> None:
        """Asks the task to stop; `ended` comes when it has."""
        self.cancelled = True
        if self._task is not None:
            self._task.cancel()

    def forget(self) -> None:
        """Cancels, and says nothing more: the window does not want the result any longer."""
        self._forgotten = True
        self.cancel()

    def wait(self) -> None:
        """Leaves a cancelled task a little time to stop: the plugin is being unloaded."""
        clock = QElapsedTimer()
        clock.start()
        while self._task is not None and clock.elapsed() < _STOP_WITHIN:
            # Not waitForFinished: a task ends on the main thread, which would be waiting for it.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _STEP)

    def _start(self, task: QgsTask) -> None:
        self._task = task
        _alive.add(self)
        QgsApplication.taskManager().addTask(task)

    def _end(self, result: object) -> None:
        self._task = None
        _alive.discard(self)
        if not self._forgotten:
            self.ended.emit(result)


class AlgorithmRun(Work):
    """An algorithm of the provider in a task; the result of `ended` is the dictionary of its outputs."""

    def __init__(self, algorithm_id: str, parameters: dict[str, Any], *, hidden: bool = False) -> None:
        super().__init__()
        # Silent: the window tells the end itself, QGIS need not say it too.
        self._flags = (
            QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | (QgsTask.Flag.Hidden if hidden else QgsTask.Flag.Silent)
        )
        self.parameters = parameters
        self.feedback = Follower()
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.context.setFeedback(self.feedback)
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        self._id = algorithm_id

    def refusal(self) -> str:
        """Why the algorithm will not start with these parameters; "" when it will."""
        if self._algorithm is None:
            return tr("The algorithm {id} is not there: switch the Processing plugin on, then restart QGIS.").format(
                id=self._id
            )
        possible, message = self._algorithm.checkParameterValues(self.parameters, self.context)
        return "" if possible else str(message)

    def start(self) -> None:
        """Starts the task."""
        task = QgsProcessingAlgRunnerTask(self._algorithm, self.parameters, self.context, self.feedback, self._flags)
        task.executed.connect(self._executed)
        self._start(task)

    def cancel(self) -> None:
        """Asks the algorithm to stop."""
        self.feedback.cancel()
        super().cancel()

    def _executed(self, success: bool, results: dict[str, Any]) -> None:
        if not success and not self.cancelled:
            self.error = _sentence(self.feedback.errors[-1] if self.feedback.errors else "")
        self._end(results if success else None)


class FunctionRun(Work):
    """A function of ours in a task; the result of `ended` is its own. The function touches no widget and no project."""

    def __init__(self, title: str, function: Callable[[], object]) -> None:
        super().__init__()
        self._title, self._function = title, function

    def start(self) -> None:
        """Starts the task."""
        self._start(
            QgsTask.fromFunction(
                self._title,
                self._run,
                on_finished=self._finished,
                flags=QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | QgsTask.Flag.Hidden,
            )
        )

    def _run(self, _task: QgsTask) -> object:
        try:
            return self._function()
        except DataTerritoiresError as error:
            self.error, self.hint = error.message, error.hint
            return None

    def _finished(self, exception: Exception | None, result: object = None) -> None:
        if exception is not None and not self.cancelled and not self.error:
            self.error = f"{type(exception).__name__}: {exception}"
        self._end(result)


def _sentence(error: str) -> str:
    """An error of an algorithm as a sentence: where it is a traceback, its last line."""
    if not error:
        return tr("The algorithm failed without a word: see the log of QGIS.")
    if "Traceback (most recent call last)" not in error:
        return error
    last = error.strip().splitlines()[-1]
    return tr("This failed for a reason that was not foreseen: {reason}. The log of QGIS holds the details.").format(
        reason=last
    )
