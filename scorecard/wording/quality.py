"""The words of target quality, in Korean and English: properties, standings and their evidence."""

from collections.abc import Mapping
from types import MappingProxyType

QUALITY_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "quality-title": ("목표 적정성", "Target quality"),
        "quality-legend": (
            "● 갖춤 · ◐ 일부 · ○ 못 갖춤 · – 판단 불가. 여덟 가지는 따로 보며 하나의 점수로 더하지 않음",
            "● held · ◐ partly · ○ missed · – cannot be told. Eight properties side by side; nothing adds them up",
        ),
        "quality-alike": (
            "모든 지표가 같아 칸을 두지 않음: {said}",
            "The same for every indicator, and so without a column: {said}",
        ),
        "mark-held": ("● 갖춤", "● held"),
        "mark-partly": ("◐ 일부", "◐ partly"),
        "mark-missed": ("○ 못 갖춤", "○ missed"),
        "mark-unknown": ("– 판단 불가", "– cannot be told"),
        "quality-indicator": ("지표", "Indicator"),
        "quality-reach": ("목표의 높이", "How far it reaches"),
        # Properties, short enough for the head of a narrow column
        "property-measured": ("계량", "Figure"),
        "property-dated": ("시기", "Dated"),
        "property-outcome": ("결과", "Effect"),
        "property-baseline": ("기준선", "Base"),
        "property-sourced": ("출처", "Source"),
        "property-defined": ("산식", "Formula"),
        "property-ambition": ("높이", "Reach"),
        "property-breadth": ("대표성", "Scope"),
        "standing-held": ("갖춤", "held"),
        "standing-partly": ("일부", "partly"),
        "standing-missed": ("못 갖춤", "missed"),
        "standing-unknown": ("판단 불가", "cannot be told"),
        # Reaches
        "reach-below_last": ("전년 실적에 못 미침", "below last year"),
        "reach-below_trend": ("추세에 못 미침", "below the trend"),
        "reach-flat": ("전년과 같음", "as last year"),
        "reach-fair": ("알맞음", "fair"),
        "reach-wild": ("지나치게 높음", "wild"),
        "reach-unjudged": ("판단 불가", "cannot be judged"),
        "reach-kept": ("유지할 목표", "a target to keep"),
        "reach-part": (
            "일부만 센 전년 실적에도 못 미침 ({change})",
            "below last year's actual, itself told in part ({change})",
        ),
        "reach-said": ("{reach} ({change})", "{reach} ({change})"),
        "reach-said-trend": ("{reach} ({change}, 추세에서 {z})", "{reach} ({change}; {z} off the trend)"),
        "reach-trend-only": ("{reach} (추세에서 {z})", "{reach} ({z} off the trend)"),
        "errors": ("예측오차의 {n}배", "{n} prediction errors"),
        # Evidence
        "why-measured-held": ("목표 {target}", "target {target}"),
        "why-measured-partly": ("단계로 된 목표 ({n}단계)", "a target in steps ({n})"),
        "why-measured-missed": ("글로만 적힌 목표", "a target in words only"),
        "why-dated-held": (
            "분기·달마다의 계획이나 기한 있는 단계가 있음",
            "a plan by parts of the year, or dated steps",
        ),
        "why-dated-partly": ("추진시기만 있음 ({schedule})", "only a schedule ({schedule})"),
        "why-dated-missed": (
            "연중 언제까지 얼마인지 적힌 것이 없음",
            "nothing says what is due within the year",
        ),
        "why-outcome": ("{level} 지표", "an indicator of {level}"),
        "why-baseline-held": ("전년 실적 {previous}", "last year {previous}"),
        "why-baseline-partly": ("전년 실적 {previous}, {like}", "last year {previous}, {like}"),
        "why-baseline-missed": ("견줄 전년 실적이 없음", "no actual of last year to compare with"),
        "why-baseline-unknown": ("신규", "new"),
        "why-sourced-held": ("적힌 수치의 출처가 모두 있음", "every figure names its source"),
        "why-sourced-partly": (
            "목표의 출처만 있고 실적의 출처가 없음",
            "the target names its source, an actual does not",
        ),
        "why-sourced-missed": ("목표의 출처가 없음", "the target names no source"),
        "why-defined-held": (
            "산식이 적혀 있고 바뀌지 않음: {formula}",
            "a written formula that was kept: {formula}",
        ),
        "why-defined-partly": (
            "산식이 적혀 있지 않음 (단위·집계·방향만)",
            "no written formula (only unit, aggregation and direction)",
        ),
        "why-defined-missed": (
            "{since}부터 재는 법이 바뀜: {reason}",
            "measured otherwise since {since}: {reason}",
        ),
        "why-breadth-held": (
            "예산 줄 {lines}개에 계량 지표 {n}개",
            "budget lines {lines}, measured indicators {n}",
        ),
        "why-breadth-partly": (
            "지표 하나가 예산 줄 {lines}개를 대표하나 부분으로 나눠 적음",
            "one indicator for {lines} budget lines, told in parts",
        ),
        "why-breadth-missed": (
            "지표 하나가 예산 줄 {lines}개를 대표함",
            "one indicator stands for {lines} budget lines",
        ),
        "why-breadth-unknown": ("예산 줄이 적혀 있지 않음", "no budget line is written"),
        # The closing sheet
        "quality-headline": (
            "{year}년 계량 목표 {n}개 가운데 {list}입니다.",
            "Of {n} measured targets for {year}, {list}.",
        ),
        "quality-headline-easy": (
            "전년 실적이나 추세보다 낮은 쉬운 목표가 {n}개",
            "easy ones (below last year or the trend): {n}",
        ),
        "quality-headline-wild": ("지나치게 높은 목표가 {n}개", "wild ones: {n}"),
        "quality-headline-unjudged": (
            "견줄 것이 없어 판단할 수 없는 목표가 {n}개",
            "those with nothing to judge by: {n}",
        ),
        "quality-headline-none": (
            "{year}년 계량 목표 {n}개 가운데 쉽거나 지나치게 높거나 판단할 수 없는 것이 없습니다.",
            "Of {n} measured targets for {year} none is easy or wild, and all can be judged.",
        ),
        "quality-tile-n": ("계량 목표", "Measured targets"),
        "quality-tile-easy": ("쉬움", "Easy"),
        "quality-tile-flat": ("전년과 같음", "As last year"),
        "quality-tile-fair": ("알맞음", "Fair"),
        "quality-tile-wild": ("지나침", "Wild"),
        "quality-tile-unjudged": ("판단 불가", "Cannot be judged"),
        "quality-departments": ("부서마다", "By department"),
        "quality-department": ("부서", "Department"),
        "quality-all": ("합계", "All"),
        "quality-count": (
            "(단위: 목표 수, 판단 불가의 오른쪽은 그 성질을 갖춘 목표)",
            "(targets; right of those not judged: those that have the property)",
        ),
        "quality-all-have": ("모든 목표가 갖춘 것: {names}.", "What every target has: {names}."),
        "quality-none-has": ("어느 목표도 갖추지 못한 것: {names}.", "What no target has: {names}."),
        # Heads of narrow columns
        "quality-head-n": ("목표", "Targets"),
        "quality-head-easy": ("쉬움", "Easy"),
        "quality-head-flat": ("전년과 같음", "As last year"),
        "quality-head-fair": ("알맞음", "Fair"),
        "quality-head-wild": ("지나침", "Wild"),
        "quality-head-unjudged": ("판단 불가", "Not judged"),
        "quality-easy": ("쉬운 목표", "Easy targets"),
        "quality-easy-words": (
            "전년 실적보다 나쁘거나 추세보다 한참 낮은 목표. 목표를 실적 이하로 두면 100% 달성이 성과를 말하지 않습니다.",
            "Worse than last year's actual, or well below the trend. A target below what was done already makes 100% say nothing.",
        ),
        "quality-easy-none": ("쉬운 목표가 없습니다.", "There is no easy target."),
        "quality-wild": ("지나치게 높은 목표", "Wild targets"),
        "quality-wild-words": (
            "전년 실적의 {share}를 넘게 더 바라거나 추세에서 한참 벗어난 목표. 까닭이 있으면 reason에 적습니다.",
            "They ask for over {share} more than last year, or lie far off the trend. If there is a cause, write it under reason.",
        ),
        "quality-wild-none": ("지나치게 높은 목표가 없습니다.", "There is no wild target."),
        "quality-unjudged": ("판단할 수 없는 목표와 그 까닭", "Targets that cannot be judged, and why"),
        "quality-missing": ("없는 것", "What was missing"),
        "quality-number": ("목표 수", "Targets"),
        "quality-which": ("지표", "Indicators"),
        "quality-previous": ("전년 실적", "Last year"),
        "quality-target": ("목표", "Target"),
        "quality-like": ("전년 실적이 {like} {n}개", "Last year's actual {like}: {n}"),
        "quality-in-part": (
            "전년 실적의 일부에도 못 미침 {n}개 (위의 수에 넣지 않음)",
            "Below even a part of last year's actual; not counted above: {n}",
        ),
        "quality-parts": ("부분 지표 {n}개 (위의 수에 넣지 않음)", "Parts, not counted above: {n}"),
        "quality-reason": ("적힌 사유", "Reason given"),
        "quality-bunched": (
            "{department}: 결과 {results}개 가운데 목표를 막 넘긴 것이 {above}개, 막 못 미친 것이 {below}개로 100% 바로 위에 몰려 있습니다.",
            "{department}: of {results} results {above} lie just above their targets and {below} just below: they are bunched.",
        ),
        "quality-not-bunched": (
            "100% 바로 위에 결과가 몰린 부서는 없습니다.",
            "No department's results are bunched just above 100%.",
        ),
        "quality-too-few": (
            "결과가 {least}개에 못 미쳐 100% 바로 위에 몰렸는지 말할 수 없습니다.",
            "With fewer than {least} results nothing can be said about bunching just above 100%.",
        ),
        "explain-quality": ("적정성 · {what}", "Quality · {what}"),
    }
)
