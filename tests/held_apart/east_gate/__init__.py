"""The east gate's office: clerks who have never seen the other offices' paper, nor the reader."""

from tests.held_apart.east_gate import doors, exports, health, lists, nets, posts, returning, strangers

CLERKS = (
    *doors.CLERKS,
    *returning.CLERKS,
    *health.CLERKS,
    *posts.CLERKS,
    *lists.CLERKS,
    *nets.CLERKS,
    *exports.CLERKS,
    *strangers.CLERKS,
)
