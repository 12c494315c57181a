"""What each key of target quality means, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

QUALITY_KEYS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "QualityRules.ambition": ("목표가 쉽거나 지나치다고 보는 한계", "From where on a target is easy or wild"),
    "QualityRules.definition": ("재는 법을 얼마나 오래 지키는가", "How long one way of measuring is to be kept"),
    "QualityRules.breadth": ("지표 하나가 대표할 수 있는 폭", "How much one indicator may stand for"),
    "QualityRules.bunching": ("100% 바로 위에 결과가 몰렸는지", "Whether results are bunched just above 100 %"),
    "below_trend": ("추세에서 예측오차의 몇 배보다 낮으면 쉬운 목표인가 (음수)", "Errors of prediction below the trend from which a target is easy (negative)"),
    "above_trend": ("추세에서 예측오차의 몇 배보다 높으면 지나친 목표인가", "Errors of prediction above the trend from which a target is wild"),
    "wildest_stretch": ("추세가 없을 때, 전년 실적보다 이만큼 넘게 높으면 지나친 목표 (0.5 = 50%)", "Without a trend, the stretch above which a target is wild (0.5 = 50 %)"),
    "DefinitionRules.years": ("바꾸지 않을 햇수", "Years without a break"),
    "BreadthRules.lines": ("사업의 하나뿐인 지표가 대표할 수 있는 예산 줄 수", "Budget lines that a programme's only indicator may stand for"),
    "BunchingRules.width": ("100%의 위아래 폭 (0.01 = 1%p)", "Width just above and just below 100 % (0.01 = 1 point)"),
    "BunchingRules.least": ("결과가 이보다 적으면 말하지 않음", "Results below which nothing is said"),
    "BunchingRules.factor": ("바로 위가 바로 아래의 몇 배면 몰린 것인가", "So many times more just above than below are bunched"),
})  # fmt: skip
