"""A day's folder: new at once, brought up to date file by file, and a person's changes never overwritten."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.desk.small_run import no_pause, texts_below

from fournets.desk import effects, outbox
from fournets.desk.change import Change
from fournets.desk.config import SetupFault
from fournets.desk.ledger import Ledger
from fournets.model import Identifiers

DAY = date(2020, 2, 9)
NEXT_DAY = date(2020, 2, 10)
FILES = {"先看这里.docx": "看", "打印/告知书.docx": "告", "人工核对.xlsx": "问", "数据/run.json": "{}"}
IN_USE = "打印/告知书.docx"


@pytest.fixture
def ledger(folders):
    with Ledger(folders.ledger) as opened:
        yield opened


@pytest.fixture
def publish(folders, ledger):
    def call(files, day=DAY):
        return outbox.publish(folders, ledger, day, ((path, text.encode()) for path, text in files.items()))

    return call


@pytest.fixture
def day(folders) -> Path:
    return folders.day(DAY)


@pytest.fixture
def open_elsewhere(monkeypatch):
    """Files of the day's folder that refuse to be replaced or removed."""
    held: set[Path] = set()
    rename, unlink = os.replace, os.unlink

    def replace(source, target):
        if {source, target} & held:
            raise PermissionError(13, "in use", str(target))
        rename(source, target)

    def remove(path):
        if path in held:
            raise PermissionError(13, "in use", str(path))
        unlink(path)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "unlink", remove)
    monkeypatch.setattr(effects, "BREATH", 0)
    return held


def test_a_new_day_appears_whole_by_one_rename(folders, publish, day, monkeypatch) -> None:
    appeared: list[dict[str, str]] = []
    rename = os.replace

    def replace(source, target):
        rename(source, target)
        if target == day:
            appeared.append(texts_below(day))

    monkeypatch.setattr(os, "replace", replace)
    published = publish(FILES)
    assert appeared == [FILES]
    assert published.outputs[-1] == "数据/run.json"
    assert published.messages == []
    assert [path.name for path in folders.outbox.iterdir()] == ["2020-02-09"]


def test_running_again_on_the_same_state_touches_nothing(publish, day) -> None:
    publish(FILES)
    before = {path: path.stat() for path in day.rglob("*")}
    publish({**FILES, "数据/run.json": '{"run": 2}'})
    changed = {path.name for path in day.rglob("*") if path.is_file() and path.stat() != before[path]}
    assert changed == {"run.json"}


def test_what_changed_is_replaced_what_is_new_comes_what_is_gone_goes(publish, day) -> None:
    publish({**FILES, "工作单/第1网格.docx": "旧"})
    files = {**FILES, "先看这里.docx": "看看", "档案/张三.docx": "档"}
    publish(files)
    assert texts_below(day) == files
    assert not (day / "工作单").exists()


def test_the_run_s_record_is_the_last_to_change(publish, day, monkeypatch) -> None:
    publish(FILES)
    order: list[str] = []
    rename = os.replace

    def replace(source, target):
        order.append(str(target.relative_to(day)))
        rename(source, target)

    monkeypatch.setattr(os, "replace", replace)
    publish({path: f"{text}二" for path, text in reversed(FILES.items())})
    assert len(order) == 4
    assert order[-1] == "数据/run.json"


def test_what_a_person_changed_is_kept_each_time(publish, day) -> None:
    publish(FILES)
    for round_ in (1, 2):
        (day / "先看这里.docx").write_text(f"人改的{round_}")
        published = publish(FILES)
        assert "先看这里" in published.messages[0]
    texts = texts_below(day)
    assert texts["先看这里.docx"] == "看"
    assert texts["先看这里（人工改过）.docx"] == "人改的1"
    assert texts["先看这里（人工改过2）.docx"] == "人改的2"


def test_what_a_person_changed_to_just_what_we_want_is_left(publish, day) -> None:
    publish(FILES)
    (day / "先看这里.docx").write_text("看看")
    assert publish({**FILES, "先看这里.docx": "看看"}).messages == []
    assert len(texts_below(day)) == len(FILES)


def test_what_a_person_put_there_stays(publish, day) -> None:
    publish(FILES)
    (day / "打印" / "自己的.docx").write_text("自己的")
    (day / "新文件夹").mkdir()
    publish({path: FILES[path] for path in ("先看这里.docx", "数据/run.json")})
    assert texts_below(day)["打印/自己的.docx"] == "自己的"
    assert (day / "新文件夹").is_dir()


def test_a_file_no_longer_made_stays_if_a_person_changed_it(publish, day) -> None:
    publish({**FILES, "工作单/第1网格.docx": "旧"})
    (day / "工作单/第1网格.docx").write_text("写了字")
    publish(FILES)
    assert texts_below(day)["工作单/第1网格.docx"] == "写了字"


def test_a_person_s_file_under_a_name_of_ours_is_kept(publish, day) -> None:
    day.mkdir()
    (day / "先看这里.docx").write_text("早就有的")
    publish(FILES)
    assert texts_below(day) == {**FILES, "先看这里（人工改过）.docx": "早就有的"}


def test_a_person_s_things_in_the_way_are_kept(publish, day) -> None:
    day.mkdir()
    (day / "打印").write_text("叫打印的文件")
    (day / "先看这里.docx").mkdir()
    publish(FILES)
    texts = texts_below(day)
    assert texts["打印（人工改过）"] == "叫打印的文件"
    assert (day / "先看这里（人工改过）.docx").is_dir()
    assert texts["打印/告知书.docx"] == "告"


def test_what_a_person_deleted_comes_back(publish, day) -> None:
    publish(FILES)
    (day / "先看这里.docx").unlink()
    publish(FILES)
    assert texts_below(day) == FILES
    effects.remove_tree(day)
    publish(FILES)
    assert texts_below(day) == FILES


def test_an_open_file_gets_the_new_one_beside_it_until_it_is_closed(publish, day, open_elsewhere) -> None:
    publish(FILES)
    open_elsewhere.add(day / IN_USE)
    files = {**FILES, IN_USE: "告二"}
    moments: set[int] = set()
    for _ in range(2):
        published = publish(files)
        assert "告知书（新）.docx" in published.messages[0]
        assert texts_below(day) == {**files, IN_USE: "告", "打印/告知书（新）.docx": "告二"}
        moments.add((day / "打印/告知书（新）.docx").stat().st_ctime_ns)
    assert len(moments) == 1
    publish({**FILES, IN_USE: "告三"})
    assert texts_below(day)["打印/告知书（新）.docx"] == "告三"
    open_elsewhere.clear()
    assert publish(files).messages == []
    assert texts_below(day) == files


def test_the_new_one_beside_is_kept_too_if_a_person_changed_it(publish, day, open_elsewhere) -> None:
    publish(FILES)
    open_elsewhere.add(day / IN_USE)
    publish({**FILES, IN_USE: "告二"})
    (day / "打印/告知书（新）.docx").write_text("在新的上改的")
    publish({**FILES, IN_USE: "告三"})
    texts = texts_below(day)
    assert texts["打印/告知书（新）.docx"] == "告三"
    assert texts["打印/告知书（新）（人工改过）.docx"] == "在新的上改的"


def test_a_changed_file_that_is_still_open_is_kept_when_it_is_closed(publish, day, open_elsewhere) -> None:
    publish(FILES)
    (day / IN_USE).write_text("改到一半")
    open_elsewhere.add(day / IN_USE)
    files = {**FILES, IN_USE: "告二"}
    publish(files)
    assert texts_below(day) == {**files, IN_USE: "改到一半", "打印/告知书（新）.docx": "告二"}
    open_elsewhere.clear()
    publish(files)
    assert texts_below(day) == {**files, "打印/告知书（人工改过）.docx": "改到一半"}


def test_with_both_open_nothing_is_lost_and_it_is_said(publish, day, open_elsewhere) -> None:
    publish(FILES)
    open_elsewhere.add(day / IN_USE)
    publish({**FILES, IN_USE: "告二"})
    open_elsewhere.add(day / "打印/告知书（新）.docx")
    published = publish({**FILES, IN_USE: "告三"})
    assert "都正开着" in published.messages[0]
    assert texts_below(day) == {**FILES, "打印/告知书（新）.docx": "告二"}
    open_elsewhere.clear()
    publish({**FILES, IN_USE: "告三"})
    assert texts_below(day) == {**FILES, IN_USE: "告三"}


def test_a_run_that_broke_off_after_putting_one_beside_knows_it_for_ours(
    ledger, publish, day, open_elsewhere, monkeypatch
) -> None:
    publish(FILES)
    open_elsewhere.add(day / IN_USE)

    def broken_off(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(ledger, "settle", broken_off)
        publish({**FILES, IN_USE: "告二"})
    publish({**FILES, IN_USE: "告三"})
    assert texts_below(day) == {**FILES, "打印/告知书（新）.docx": "告三"}


def test_an_open_file_no_longer_made_goes_when_it_is_closed(publish, day, open_elsewhere) -> None:
    publish({**FILES, "工作单/第1网格.docx": "旧"})
    open_elsewhere.add(day / "工作单/第1网格.docx")
    publish(FILES)
    assert (day / "工作单/第1网格.docx").exists()
    open_elsewhere.clear()
    publish(FILES)
    assert texts_below(day) == FILES


def test_a_folder_that_cannot_be_written_is_one_sentence(publish, day, open_elsewhere) -> None:
    open_elsewhere.add(day)
    with pytest.raises(SetupFault, match="发件夹"):
        publish(FILES)
    open_elsewhere.clear()
    publish(FILES)
    assert texts_below(day) == FILES


def test_a_folder_that_can_no_longer_be_written_is_one_sentence(publish, day, monkeypatch) -> None:
    publish(FILES)

    def refused(*_arguments, **_options):
        raise PermissionError(13, "denied")

    with monkeypatch.context() as patched, pytest.raises(SetupFault, match="发件夹"):
        patched.setattr(effects, "replace", refused)
        patched.setattr(effects, "probe", refused)
        publish({**FILES, IN_USE: "告二"})
    publish(FILES)
    assert texts_below(day) == FILES


def test_an_answer_sheet_filled_in_where_it_lies_is_found_and_then_replaced(folders, ledger, publish, day) -> None:
    publish(FILES)
    publish(FILES, NEXT_DAY)
    (day / "人工核对.xlsx").write_text("是")
    (day / "先看这里.docx").write_text("改")
    (arrival,) = outbox.changed_answers(folders, ledger, no_pause)
    assert (arrival.name, arrival.answers) == ("人工核对.xlsx", "2020-02-09/人工核对.xlsx")
    ledger.commit(Change("r", DAY, Identifiers(), taken=outbox.taken([arrival])))
    assert outbox.changed_answers(folders, ledger, no_pause) == []
    publish(FILES)
    assert texts_below(day)["人工核对.xlsx"] == "问"


def test_an_answer_sheet_changed_just_before_publishing_waits_for_the_next_run(folders, ledger, publish, day) -> None:
    publish(FILES)
    (day / "人工核对.xlsx").write_text("是")
    published = publish({**FILES, "人工核对.xlsx": "问二"})
    assert "下次" in published.messages[0]
    assert (day / "人工核对.xlsx").read_text() == "是"
    assert len(outbox.changed_answers(folders, ledger, no_pause)) == 1


def test_an_answer_sheet_of_a_person_s_own_is_not_taken(folders, ledger, publish, day) -> None:
    publish(FILES)
    (day / "人工核对 - 副本.xlsx").write_text("是")
    (day / "打印" / "人工核对.xlsx").write_text("是")
    assert outbox.changed_answers(folders, ledger, no_pause) == []


def test_an_answer_sheet_that_is_no_longer_made_but_was_filled_in_is_found(folders, ledger, publish, day) -> None:
    publish({**FILES, "签收表_2020-02-09.xlsx": "签"})
    (day / "签收表_2020-02-09.xlsx").write_text("已签")
    assert [arrival.name for arrival in outbox.changed_answers(folders, ledger, no_pause)] == ["签收表_2020-02-09.xlsx"]


def test_names_that_clash_somewhere_are_told_apart(publish, day) -> None:
    publish({"回执/a.xlsx": "1", "回执/A.xlsx": "2", "回执/b?.xlsx": "3", "回执/b？.xlsx": "4"})
    assert texts_below(day) == {
        "回执/a.xlsx": "1",
        "回执/A (2).xlsx": "2",
        "回执/b？.xlsx": "3",
        "回执/b？ (2).xlsx": "4",
    }


def test_very_long_names_are_no_crash(publish, day) -> None:
    path = f"回执/{'长' * 82}.xlsx"
    publish({path: "1", f"档案/{'长' * 120}.docx": "2"})
    (day / path).write_text("改")
    publish({path: "3"})
    assert sorted(texts_below(day).values()) == ["3", "改"]


def test_a_stage_without_a_plan_is_dropped(folders, ledger) -> None:
    (folders.stage / "2020-02-09").mkdir(parents=True)
    (folders.stage / "2020-02-09" / "半个.docx").write_text("半")
    outbox.finish(folders, ledger)
    assert list(folders.outbox.iterdir()) == []


def test_an_interrupted_day_is_finished_by_a_run_for_another_day(folders, publish, day, monkeypatch) -> None:
    publish(FILES)

    class Crash(BaseException):
        pass

    rename, renamed = os.replace, []

    def replace(source, target):
        if len(renamed) == 2:
            raise Crash
        renamed.append(target)
        rename(source, target)

    files = {path: f"{text}二" for path, text in FILES.items()}
    with monkeypatch.context() as patched, pytest.raises(Crash):
        patched.setattr(os, "replace", replace)
        publish(files)
    publish(FILES, NEXT_DAY)
    assert texts_below(day) == files
    assert texts_below(folders.day(NEXT_DAY)) == FILES


def test_outputs_that_cannot_be_made_leave_no_trace(folders, ledger, publish, day) -> None:
    publish(FILES)

    def outputs():
        yield "先看这里.docx", b"half"
        raise SetupFault("模板不对。")

    with pytest.raises(SetupFault, match="模板"):
        outbox.publish(folders, ledger, DAY, outputs())
    assert texts_below(folders.outbox) == {f"2020-02-09/{path}": text for path, text in FILES.items()}
    assert [path.name for path in folders.outbox.iterdir()] == [day.name]


def test_a_stage_that_reads_back_otherwise_is_not_put_in_place(publish, day, monkeypatch) -> None:
    publish(FILES)
    monkeypatch.setattr(effects, "write_new", lambda path, data: path.write_bytes(data[:1]))
    with pytest.raises(SetupFault, match="磁盘"):
        publish({**FILES, "先看这里.docx": "新的内容"})
    assert texts_below(day) == FILES


def test_the_last_run_is_told_by_the_newest_record(folders, publish, day) -> None:
    assert outbox.last_run(folders) is None
    publish(FILES)
    publish(FILES, NEXT_DAY)
    (folders.outbox / "2020-02-11").mkdir()
    os.utime(day / outbox.RECORD, (1e9, 1e9))
    os.utime(folders.day(NEXT_DAY) / outbox.RECORD, (2e9, 2e9))
    assert outbox.last_run(folders) == datetime.fromtimestamp(2e9, UTC)


def test_only_what_is_as_we_put_it_there_is_ours(publish, folders, ledger, day) -> None:
    assert outbox.ours(folders, ledger, DAY, IN_USE) == b""
    publish(FILES)
    assert outbox.ours(folders, ledger, DAY, IN_USE) == "告".encode()
    (day / IN_USE).write_text("改过", "utf-8")
    assert outbox.ours(folders, ledger, DAY, IN_USE) == b""
    (day / IN_USE).unlink()
    assert outbox.ours(folders, ledger, DAY, IN_USE) == b""


def test_the_record_alone_is_published_anew(publish, folders, ledger, day) -> None:
    assert publish(FILES).complete
    before = {path: (day / path).stat().st_mtime_ns for path in FILES}
    again = outbox.renew(folders, ledger, DAY, (outbox.RECORD, b"[]"))
    assert again.complete and set(again.outputs) == {*FILES} and again.messages == []
    assert texts_below(day) == {**FILES, outbox.RECORD: "[]"}
    assert {path: (day / path).stat().st_mtime_ns for path in FILES if path != outbox.RECORD} == {
        path: moment for path, moment in before.items() if path != outbox.RECORD
    }


def test_what_could_not_be_replaced_or_removed_is_left_to_be_done(publish, day, open_elsewhere) -> None:
    publish(FILES)
    open_elsewhere.add(day / IN_USE)
    assert not publish({**FILES, IN_USE: "新的"}).complete
    assert not publish({path: text for path, text in FILES.items() if path != IN_USE}).complete
    open_elsewhere.clear()
    assert publish(FILES).complete
