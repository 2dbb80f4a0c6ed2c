"""Invented names: as many as a community needs, some of them borne by one person only."""

from __future__ import annotations

from random import Random

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
MALE = "伟强磊军洋勇杰涛超明刚平辉鹏波斌宇浩凯健俊帅旭亮峰志建国海东宁晨博文轩泽昊坤振庆卫民永胜利传忠德"
FEMALE = "芳娜敏静丽艳娟霞秀英华慧巧美玲莉婷雪琳洁梅红玉兰凤云燕萍倩颖佳欣怡梦雨晴悦萱桂珍淑荣爱春香月瑞"
OF_MINORITIES = ("买合木提·艾山", "阿依古丽·热合曼", "古丽娜尔·吐逊", "努尔兰·叶尔肯", "帕提古丽·买买提")


class NameMaker:
    """Draws names; a name given out by `only` belongs to one person of the whole desk."""

    def __init__(self, rng: Random) -> None:
        """Draws from `rng` alone."""
        self._rng = rng
        self._reserved: set[str] = set()
        self._used: set[str] = set()

    def any(self, sex: str, surname: str = "") -> str:
        """A name that others may bear too; `sex` is male or female."""
        while (name := self._draw(sex, surname)) in self._reserved:
            continue
        self._used.add(name)
        return name

    def only(self, sex: str) -> str:
        """A name that nobody else bears."""
        while (name := self._draw(sex, "", length=2)) in self._reserved | self._used:
            continue
        self._reserved.add(name)
        return name

    def _draw(self, sex: str, surname: str, length: int = 0) -> str:
        rng = self._rng
        given = MALE if sex == "male" else FEMALE
        length = length or (1 if rng.random() < 0.15 else 2)
        weight = rng.randrange(len(SURNAMES)) * rng.random()
        return (surname or SURNAMES[int(weight)]) + "".join(rng.sample(given, length))
