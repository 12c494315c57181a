"""Where pages end."""

from scorecard.reports.layout.paging import Block, Section, Slice, flow
from scorecard.reports.theme import BODY
from scorecard.reports.things import Text


def line(words: str, height: float = 10.0) -> Slice:
    return Slice(height, (Text(0.0, 0.0, words, BODY),))


def words_by_page(sections: list[Section], height: float) -> list[str]:
    pages = flow(sections, top=0.0, height=height).pages
    return ["".join(thing.words for thing in page if isinstance(thing, Text)) for page in pages]


def block(words: str) -> Block:
    return Block(tuple((line(each),) for each in words), again=(line("+"),))


def test_a_block_that_does_not_fit_moves_as_a_whole() -> None:
    assert words_by_page([Section((block("abc"), block("def")))], 50) == ["abc", "def"]


def test_the_head_is_repeated_where_a_section_goes_on() -> None:
    section = Section((block("abc"), block("def")), head=(line("H"),), again=(line("h"),))
    assert words_by_page([section], 50) == ["Habc", "hdef"]


def test_a_block_longer_than_a_page_is_parted_between_rows_and_named_again() -> None:
    section = Section((block("abcdef"),), head=(line("H"),), again=(line("h"),))
    assert words_by_page([section], 40) == ["Habc", "h+de", "h+f"]


def test_a_head_goes_where_its_first_block_goes() -> None:
    above = Section((block("abc"),))
    assert words_by_page([above, Section((block("de"),), head=(line("H"),))], 50) == ["abc", "Hde"]


def test_a_parting_stands_between_blocks_only() -> None:
    blocks = tuple(Block(((line(each),),), parting=(line("-"),)) for each in "abc")
    assert words_by_page([Section(blocks)], 40) == ["a-b", "c"]


def test_a_row_longer_than_a_page_is_parted_between_its_lines() -> None:
    assert words_by_page([Section((Block((tuple(line(each) for each in "abcde"),)),))], 20) == [
        "ab",
        "cd",
        "e",
    ]


def test_repeated_heads_never_crowd_out_what_they_head() -> None:
    section = Section((block("abc"),), head=(line("H"),), again=(line("h", 15.0),))
    assert words_by_page([section], 20) == ["Ha", "b", "c"] or words_by_page([section], 20) == ["Ha", "bc"]


def test_white_above_a_section_is_left_out_at_the_top_of_a_page() -> None:
    sections = [Section((block("a"),), space=5.0), Section((block("b"),), space=5.0)]
    (first,) = flow(sections, top=0.0, height=100).pages
    assert [thing.y for thing in first if isinstance(thing, Text)] == [0.0, 15.0]


def test_what_a_block_belongs_to_is_named_again_where_it_begins_a_page() -> None:
    under = (line("u"),)
    last = Block(((line("f"),),), under=under)
    assert words_by_page([Section((block("abcd"), last), again=(line("h"),))], 50) == ["abcdf"]
    assert words_by_page([Section((block("abcde"), last), again=(line("h"),))], 50) == ["abcde", "huf"]


def test_a_rest_begins_a_page_as_where_it_goes_on() -> None:
    above = Section((block("abcd"),))
    own = Section((block("ef"),), (line("H"),), (line("h"),))
    rest = Section((block("ef"),), (line("H"),), (line("h"),), is_rest=True)
    assert words_by_page([above, own], 50) == ["abcd", "Hef"]
    assert words_by_page([above, rest], 50) == ["abcd", "hef"]
