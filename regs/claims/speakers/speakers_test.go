package speakers

import (
	"testing"

	"apr/regs/claims/facts"
)

func TestOf(t *testing.T) {
	f := &facts.Facts{Areas: []facts.AreaName{{Area: facts.Own, Name: "Moorland"}, {Area: facts.Own, Name: "Moorland HSCP"}, {Area: "Elsewhere", Name: "Elsewhere"}},
		Signatories: []facts.Signatory{{Name: "Jo Bell", Role: "Chair, Moorland Integration Joint Board"}, {Name: "Al Reid", Role: "Chief Executive, NHS Moorland"}}}
	for words, want := range map[string]Speaker{
		"Our Chair": Authority, "our chair, Jo Bell": Authority, "Jo Bell, Chair": Authority, "Jo Bell": Authority, "the Chair, Jo Bell": Authority,
		"Cllr Ann Muir, Chair of the Integration Joint Board": Authority, "the board's chair": Authority, "Moorland's Chief Officer": Authority,
		"Chief Officer": Authority, "the chief finance officer": Authority, "Ann Muir, Interim Chief Officer": Authority, "Chief Officer Ann Muir": Authority,
		"Chief Officer, Moorland Integration Joint Board": Authority, "Chief Officer of Moorland Health and Social Care Partnership": Authority,
		"the Chair": Unknown, "Ann Muir, Chair": Unknown, "their chair": Unknown, "Al Reid": Unknown, "our former Chair": Unknown, "the Chief Officer designate": Unknown,
		"Elsewhere's Chief Officer": Unknown, "Chief Officer of Elsewhere Integration Joint Board": Unknown, "the chief officer of Elsewhere": Unknown, "Chair of Moorland Council": Unknown,
		"Chair of the Moorland Education Board": Unknown, "Chief Officer, Moorland Community Justice Partnership": Unknown, "the chief officer's mother": Other,
		"a carer": Other, "the chair of NHS Moorland": Other, "the Care Inspectorate": Other, "Meg, who uses the service": Other, "one of our nurses": Other,
		"the chief officer of the Carers' Centre": Other, "Our Chief Officer never": Unknown, "she": Same, "Meg": Unknown, "": Unknown,
	} {
		if got := Of(f, words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
	for words, want := range map[string]Speaker{
		"Our Chair, Jo Bell, said:": Authority, "As our Chief Officer put it:": Authority, "Our Chief Officer also said,": Authority, "Our Chair:": Authority,
		"Our Chair said in 2024:": Other, "Our Chair said that a carer had told us:": Other, "Our Chair asked:": Unknown, "Our Chair never said:": Unknown, "Our Chair read out a letter:": Unknown,
		"Our Chair denied that": Unknown,
	} {
		if got, _ := Before(f, words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
	for words, want := range map[string]Speaker{
		"said Jo Bell, our Chair.": Authority, "our Chief Officer said": Authority, ", a carer told us.": Other, "a carer told our Chief Officer": Unknown,
		"said our Chair, quoting a carer": Other, "asked our Chair": Unknown, "said our Chair, who thanked everybody": Unknown,
	} {
		if got, _ := Behind(f, words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
