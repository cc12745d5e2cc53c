package regs

import (
	"testing"
)

// A reason is contrary only where a text has nothing that may be one of the other kind.
func TestContraryReasons(t *testing.T) {
	for text, want := range map[string]string{
		"Savings were better than planned, and posts stood vacant all year.":              "less",
		"The underspend comes from the wards.":                                            "less",
		"Care homes cost less than budgeted.":                                             "less",
		"Demand rose by a tenth.":                                                         "more",
		"Care at home cost more than planned.":                                            "more",
		"Savings were not made.":                                                          "more",
		"Posts stood vacant all year.":                                                    "",
		"Savings were better than planned, but prices rose.":                              "",
		"Savings were better than planned. Agency nurses filled the posts.":               "",
		"Vacancies in nursing offset a part of the overspend.":                            "",
		"Savings were not delivered in full.":                                             "more",
		"Without the underspends of the four services the result would have been larger.": "",
		"Income was lower than planned.":                                                  "",
		"Prices rose, and two posts were empty.":                                          "",
		"Demand rose by a tenth; a grant paid for it.":                                    "",
	} {
		got := ""
		switch {
		case weighs().MatchString(text):
		case spentLess().MatchString(text) && !mayBeMore().MatchString(spentLess().ReplaceAllString(text, " ")):
			got = "less"
		case spentMore().MatchString(text) && !mayBeLess().MatchString(spentMore().ReplaceAllString(text, " ")):
			got = "more"
		}
		if got != want {
			t.Errorf("%q is a reason for %q, want %q", text, got, want)
		}
	}
}
