package markup

import (
	"strings"
	"testing"

	"apr/regs/sentence"
)

// A page of HTML becomes Markdown of the same length: marks of headings, quotations and rows, and
// nothing of what a browser doesn't show.
func TestWebPage(t *testing.T) {
	for _, tc := range []struct {
		page, want string
		left       sentence.LeftOut
	}{
		{page: "<p>Falls <b>rose</b> by 2&nbsp;%.</p><p>They&#8217;re at &pound;2&middot;4m</p>", want: "Falls rose by 2 %.|They’re at £2·4m"},
		{page: "<head><title>Falls rose</title></head><body>Falls fell</body>", want: "Falls fell"},
		{page: "<style>p > a { x }</style>a<script>if (1<2) { '<p>' }</script>b<svg><text>7</text></svg>c<!-- d > <p> -->e", want: "a|b|c e"},
		{page: `a<p title="x > y" hidden>b<br/>c`, want: "a|b|c"},
		{page: "<h2 id=a>Falls\n<em>rose</em></h2>x<blockquote><p>I felt\n<p>safe</blockquote>y", want: "# Falls rose|x|> I felt safe|y"},
		{page: "<blockquote><p>It fell, as <cite>the plan</cite> has it.</p><footer>Jo Bell, <cite>Chair</cite></footer></blockquote>y", want: "> It fell, as the plan has it.|> — Jo Bell, Chair|y"},
		{page: "<figure><blockquote>It fell.</blockquote><figcaption>Jo Bell</figcaption></figure>y", want: "> It fell.|— Jo Bell|y"},
		{page: "<blockquote>It fell.<br><cite>Jo Bell</cite></blockquote>", want: "> It fell.|> —Jo Bell"},
		{page: "<nav><a>Falls</a></nav>a<nav>b", want: "a b"}, // nothing closes the second
		{page: "<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", want: "a|b|c|d"},
		{page: "<table><caption>Falls</caption><thead><tr><th>Year<th>Rate</thead><tbody>\n<tr>\n <td>2024/25</td>\n <td>24.1 | per\n1,000</td>\n</tr></tbody></table>z",
			want: "Falls|| Year| Rate||-|| 2024/25 | 24.1 per 1,000|z"},
		{page: "a<table><tr><th colspan=2>Year</th></tr><tr><td>1<td>2</tr></table>b", want: "a|b", left: sentence.LeftOut{Tables: 2}},
		{page: "a<table><tr><td>1<table><tr><td>1</table></table>b", want: "a|b", left: sentence.LeftOut{Tables: 2}},
		{page: "<div><p class=big>5,846</p>\n<p>people fell</p></div><div><p>7</p><p>Other people</p></div>", want: "5,846 people fell|7|Other people"},
		{page: "<p><b>91%</b></p>\n\n<p><b>of</b> plans</p><p>2025</p>\n<p><b>was</b> so</p>", want: "91% of plans|2025 was so"},
		{page: "<dl><dt>Care homes</dt>\n<dd>£12.8 million</dd><dt>Loops</dt><dd>We put 17 in</dd></dl>", want: "Care homes: £12.8 million|Loops|We put 17 in"},
		{page: "<dl><dt>Care homes</dt><dd>&pound;12.8m, &pound;0.2m over</dd><dt>Loops</dt><dd>17 of them</dd><dt>Wards</dt><dd><b>£21m</b> or 20%</dd></dl>",
			want: "Care homes: £12.8m, £0.2m over|Loops|17 of them|Wards: £21m or 20%"},
		{page: "<div>\n<h3>Falls</h3>\n<p><b>24.2</b></p>\n<p>admissions per 1,000</p>\n</div><p>z", want: "Falls: 24.2 admissions per 1,000|z"},
		{page: "<div><h3>Falls</h3><p>24.2</p><p>per 1,000</p></div><h3>Spend</h3><p>&pound;1m</p><p>more</p>", want: "Falls: 24.2 per 1,000|# Spend|£1m more"},
		{page: "<div><h3>Falls</h3><p>24.2</p><p>per 1,000</p><p>There</p></div>", want: "# Falls|24.2 per 1,000|There"}, // it is of more than these
		{page: "<div><h3>Spend</h3><p>&pound;1m</p><p>on care</p></div>", want: "Spend: £1m on care"},
		{page: "<div><h3>Carers</h3><p>19%</p><p>of adults care</p></div>", want: "# Carers|19% of adults care"}, // it is of adults
		{page: "a<table><tr><td>1<td>2<tr><td>3</table>b", want: "a|b", left: sentence.LeftOut{Tables: 2}},
		{page: "<table><tr><td>Falls fell", want: "Falls fell"}, // nothing closes it
	} {
		got, _, left := webPage(tc.page)
		if len(got) != len(tc.page) {
			t.Errorf("%q: %d bytes, want %d", tc.page, len(got), len(tc.page))
		}
		var lines []string
		for line := range strings.Lines(got) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		if got := strings.Join(lines, "|"); got != tc.want || left != tc.left {
			t.Errorf("%q:\n got %q %+v\nwant %q %+v", tc.page, got, left, tc.want, tc.left)
		}
	}
}

// Whether a file is a page is told by its name, or by what it begins with.
func TestIsPage(t *testing.T) {
	for content, want := range map[string]bool{
		"<!DOCTYPE html>": true, "\uFEFF\n<html lang=en>": true, "<?xml version='1.0'?>": true, "<section>": true, "<table>": true,
		"# Falls": false, "<a id=x></a>\n\n# Falls": false, "<br>": false, "<pre>": false, "a <p>": false, "< 5 people": false,
	} {
		if got := isPage("-", content); got != want {
			t.Errorf("%q: %t", content, got)
		}
		if !isPage("report.HTML", content) {
			t.Errorf("%q isn't read as the page that its name says", content)
		}
	}
}
