package project

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What apr.yaml says of new things and of values that weren't published is
// checked with its place.
func TestWhatIsWrongWithSinceAndNotPublished(t *testing.T) {
	for text, want := range map[string]string{
		"authority: {name: Falkirk, since: 2026/27}\nyear: 2025/26\n":                                                                      "apr.yaml:1:35: since: 2026/27 is after the reporting year, 2025/26",
		"authority: {name: Falkirk, since: 2015/16}\nyear: 2025/26\n":                                                                      "there was no reporting year before 2016/17",
		"authority: {name: Falkirk, since: lately}\nyear: 2025/26\n":                                                                       "apr.yaml:1:35",
		"authority: {name: Falkirk}\nyear: 2025/26\nlocalities: [{name: A, since: 2027/28}]\n":                                             "apr.yaml:3:31: since: 2027/28 is after",
		"authority: {name: Falkirk}\nyear: 2025/26\ncare_groups: [Older people]\ncare_groups_since: {Old people: 2024/25}\n":               "\"Old people\" is not among care_groups\n    did you mean \"Older people\"?",
		"authority: {name: Falkirk}\nyear: 2025/26\nindicators: {not_published: [{indicators: [NI24], years: [2024/25], reason: Late}]}\n": "\"NI24\" is not an indicator",
		"authority: {name: Falkirk}\nyear: 2025/26\nindicators: {not_published: [{indicators: [NI14], years: [2018/19], reason: Late}]}\n": "2018/19 is not one of the report's years, 2020/21 to 2025/26",
		"authority: {name: Falkirk}\nyear: 2025/26\nindicators: {not_published: [{indicators: [NI14], years: [2024/25], reason: TODO}]}\n": "not_published gives no reason",
		"authority: {name: Falkirk}\nyear: 2025/26\nindicators: {not_published: [{indicators: [NI14], years: [2024/25]}]}\n":               "reason",
	} {
		_, err := Load(t.Context(), Options{Dir: "x", FS: fstest.MapFS{"apr.yaml": {Data: []byte(text)}}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot %v; want %s", text, err, want)
		}
	}
}
