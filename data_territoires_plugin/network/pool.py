"""Workers that QGIS's network stack works in: Qt's timers and prompts need a QThread."""

from __future__ import annotations

import queue
import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread

from .qt_threads import has_timers, on_main_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
_STEP = 0.05


class Pool:
    """Some QThread workers. `submit` gives a `concurrent.futures.Future`; leaving the `with` block waits for them.

    On the main thread, wait with `result()` or `completed()`: they let QGIS answer the workers that need it (a password
    of the proxy, a certificate). An exception in the block drops what hasn't begun.
    """

    def __init__(self, workers: int) -> None:
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._workers = [_Worker(self._tasks) for _ in range(max(1, workers))]
        self._waiting: list[_Task] = []
        self._submitting = threading.Lock()
        for worker in self._workers:
            worker.start()

    def submit(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> Future[T]:
        """Runs function(*args, **kwargs) in a worker, as soon as one is free."""
        task = _Task(function, args, kwargs)
        with self._submitting:  # the workers submit too
            self._waiting = [other for other in self._waiting if not other.future.done()]
            self._waiting.append(task)
            self._tasks.put(task)
        return task.future

    @staticmethod
    def completed(futures: Iterable[Future[T]]) -> Iterator[Future[T]]:
        """The futures, each as soon as it is done."""
        pending = set(futures)
        while pending:
            done = _first_done(pending, None)
            yield from done
            pending -= done

    def close(self, *, cancel: bool = False) -> None:
        """Waits for the workers to end; `cancel` drops what hasn't begun."""
        for task in self._waiting if cancel else ():
            task.future.cancel()
        for _ in self._workers:
            self._tasks.put(None)
        for worker in self._workers:
            _finish(worker)
        self._workers = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self.close(cancel=kind is not None)


class _Result(Future[T]):
    """A future that doesn't freeze QGIS while it waits."""

    def result(self, timeout: float | None = None) -> T:
        _first_done({self}, timeout)
        return super().result(0)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        _first_done({self}, timeout)
        return super().exception(0)


class _Task:
    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.future: _Result[Any] = _Result()
        self._function, self._args, self._kwargs = function, args, kwargs

    def run(self) -> None:
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self._function(*self._args, **self._kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class _Worker(QThread):
    def __init__(self, tasks: queue.SimpleQueue[_Task | None]) -> None:
        super().__init__()
        self._tasks = tasks

    def run(self) -> None:
        """Qt's name: what the thread does."""
        while (task := self._tasks.get()) is not None:
            task.run()


def in_qt_thread(function: Callable[[], T]) -> T:
    """Runs `function` here, where Qt's timers work; from a plain Python thread, in a QThread of its own."""
    if has_timers():
        return function()
    with Pool(1) as pool:
        return pool.submit(function).result()


def _first_done(futures: set[Future[T]], timeout: float | None) -> set[Future[T]]:
    if not on_main_thread():
        return wait(futures, timeout, FIRST_COMPLETED).done
    end = None if timeout is None else time.monotonic() + timeout
    while True:
        done = wait(futures, _STEP, FIRST_COMPLETED).done
        if done or (end is not None and time.monotonic() >= end):
            return done
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _finish(worker: QThread) -> None:
    if not on_main_thread():
        worker.wait()
        return
    while not worker.wait(int(_STEP * 1000)):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
