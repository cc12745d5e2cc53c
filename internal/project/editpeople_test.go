package project

import (
	"strings"
	"testing"
)

const peopleAsWritten = "\ufeff# Who writes what.\r\npeople:\r\n  - name: Ailsa Bell # since May\r\ntexts:\r\n  regulation-5.assessment: {owner: Ailsa Bell, status: agreed}   # long\r\n\r\n  # The next.\r\n  regulation-5.themes[0].text:\r\n    owner: Ailsa Bell\r\n    status: empty\r\n  regulation-5.contribution:\r\n"

func TestSigningChangesNothingElse(t *testing.T) {
	r, err := withPeople(t, fiveTexts, peopleAsWritten)
	if err != nil {
		t.Fatal(err)
	}
	data, err := r.Sign([]string{"regulation-5.assessment", "regulation-5.themes[0].text"}, "Ailsa Bell", "2026-07-01")
	if err != nil {
		t.Fatal(err)
	}
	one, other := WordsSum("We bought well, and say so in five ways."), WordsSum("Spending well.")
	want := strings.NewReplacer(
		"status: agreed}", "status: agreed, signed_off: {by: Ailsa Bell, on: 2026-07-01, sha256: \""+one+"\"}}",
		"status: empty\r\n", "status: empty\r\n    signed_off:\r\n      by: Ailsa Bell\r\n      on: 2026-07-01\r\n      sha256: \""+other+"\"\r\n",
	).Replace(peopleAsWritten)
	if got := unquotedSums(string(data)); got != unquotedSums(want) {
		t.Errorf("got\n%q\nwant\n%q", got, unquotedSums(want))
	}
	signed, err := withPeople(t, fiveTexts, string(data))
	if err != nil {
		t.Fatal(err)
	}
	if s := signed.TextStatuses(); s[0].State != Signed || s[2].State != Signed || s[1].State != Empty {
		t.Errorf("%s, %s, %s", s[0].State, s[1].State, s[2].State)
	}
	// Signed once more by somebody else, after an edit.
	again, err := withPeople(t, strings.Replace(fiveTexts, "five", "six", 1), string(data))
	if err != nil {
		t.Fatal(err)
	}
	if again.TextStatuses()[0].State != Lapsed {
		t.Error("the sign-off holds for other words")
	}
	if data, err = again.Sign([]string{"regulation-5.assessment"}, "Jo Kerr", "2026-07-02"); err != nil || strings.Count(string(data), "signed_off") != 2 || !strings.Contains(string(data), "by: Jo Kerr, on: 2026-07-02") {
		t.Errorf("%v\n%s", err, data)
	}
}

// unquotedSums takes the quotation marks from sums, which have them or not by their first
// character.
func unquotedSums(s string) string { return strings.ReplaceAll(s, `"`, "") }

// What somebody writes in Word is a draft again, and its sign-off lapses by itself.
func TestWordsThatCameBackAreADraft(t *testing.T) {
	r, err := withPeople(t, fiveTexts, peopleAsWritten)
	if err != nil {
		t.Fatal(err)
	}
	data, err := r.Redraft([]string{"regulation-5.assessment", "regulation-5.themes[0].text", "regulation-5.contribution", "opening.foreword"})
	want := strings.NewReplacer("status: agreed", "status: draft", "status: empty", "status: draft").Replace(peopleAsWritten)
	if err != nil || string(data) != want {
		t.Errorf("%v\n%q", err, data)
	}
	if data, err := r.Redraft([]string{"regulation-5.contribution"}); data != nil || err != nil {
		t.Errorf("a text without a status: %q, %v", data, err)
	}
	none, err := withPeople(t, fiveTexts, "")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := none.Redraft([]string{"regulation-5.assessment"}); data != nil || err != nil {
		t.Errorf("an empty file: %q, %v", data, err)
	}
}

func TestListTexts(t *testing.T) {
	const head = "# head\npeople:\n"
	texts := []TextStatus{
		{Name: "regulation-5.assessment", Assignment: Assignment{Owner: "A. Bell", Words: 400}, State: Drafted},
		{Name: "regulation-4.matters.4(2)(a)", State: Empty},
	}
	data, err := ListTexts([]byte(head), texts)
	want := head + "texts:\n  regulation-5.assessment:\n    owner: A. Bell\n    due:\n    words: 400\n    status: draft\n" +
		"  regulation-4.matters.4(2)(a):\n    owner:\n    due:\n    words:\n    status: empty\n"
	if err != nil || string(data) != want {
		t.Errorf("%v\n%s", err, data)
	}
}
