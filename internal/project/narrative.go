package project

import (
	"slices"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Narrative is the prose: one file for what no regulation asks for, one
// per regulation, and one for the Easy Read version. A field named Position is where its mapping begins.
type Narrative struct {
	Opening Opening      `yaml:"-" file:"opening.yaml"`
	Reg3    ServicePlan  `yaml:"-" file:"regulation-3.yaml"`
	Reg4    FinanceText  `yaml:"-" file:"regulation-4.yaml"`
	Reg5    BestValue    `yaml:"-" file:"regulation-5.yaml"`
	Reg6    LocalityText `yaml:"-" file:"regulation-6.yaml"`
	Reg7    Inspections  `yaml:"-" file:"regulation-7.yaml"`
	Reg8    PlanReview   `yaml:"-" file:"regulation-8.yaml"`
	Reg9    Monitoring   `yaml:"-" file:"regulation-9.yaml"`
	Reg10   Further      `yaml:"-" file:"regulation-10.yaml"`
	Easy    EasyRead     `yaml:"-" file:"easy-read.yaml"`
	// positions are where the values are, by file; see PositionOf.
	positions map[string]yamlpos.Positions
	// reviews say of texts that they are still true, by name as of EachText.
	reviews map[string]*Review
}

// PositionOf is where a value of a narrative file is, by the file's name
// within the narrative folder ("regulation-3.yaml") and its path within the
// file ("outcomes[0].outcome"). The file's own position stands for what it
// doesn't have; it is zero where the file is absent.
func (n *Narrative) PositionOf(file, path string) source.Position {
	return n.positions[file].Find(path).Value
}

// Opening is opening.yaml: what is before the statutory parts. None of it
// is required.
type Opening struct {
	Foreword      yamlpos.Text    `yaml:"foreword,omitempty" jsonschema:"description=By the chair and the chief officer"`
	SignedBy      []Signatory     `yaml:"signed_by,omitempty" jsonschema:"description=Who signs the foreword"`
	Glance        yamlpos.Text    `yaml:"glance,omitempty" jsonschema:"description=The year at a glance: a short text next to the key figures"`
	KeyIndicators []string        `yaml:"key_indicators,omitempty" jsonschema:"description=The indicators shown large at a glance"`
	Summary       SummaryText     `yaml:"summary,omitempty" jsonschema:"description=What the summary of four pages says beside the figures: apr build --level summary"`
	About         yamlpos.Text    `yaml:"about,omitempty" jsonschema:"description=The authority: its area; population; services; governance"`
	Glossary      []Term          `yaml:"glossary,omitempty" jsonschema:"description=Terms that readers may not know"`
	Position      source.Position `yaml:"-"`
}

// Signatory signs the foreword.
type Signatory struct {
	Name     string          `yaml:"name" jsonschema:"required,description=The person's name"`
	Role     string          `yaml:"role" jsonschema:"required,description=The person's role such as Chief Officer"`
	Position source.Position `yaml:"-"`
}

// Term is an entry of the glossary.
type Term struct {
	Term     string          `yaml:"term" jsonschema:"required,description=The term"`
	Meaning  yamlpos.Text    `yaml:"meaning" jsonschema:"required,description=What it means in plain words"`
	Position source.Position `yaml:"-"`
}

// Story is a case study.
type Story struct {
	Title    string          `yaml:"title" jsonschema:"required,description=The heading"`
	Text     yamlpos.Text    `yaml:"text" jsonschema:"required,description=The text in Markdown"`
	Position source.Position `yaml:"-"`
}

// ServicePlan is regulation-3.yaml.
type ServicePlan struct {
	Introduction yamlpos.Text            `yaml:"introduction,omitempty" jsonschema:"description=What is before the assessments"`
	Feedback     yamlpos.Text            `yaml:"local_feedback,omitempty" jsonschema:"description=What people told the authority in addition to the national survey (guidance second edition annex A point 6)"`
	Outcomes     []OutcomeAssessment     `yaml:"outcomes,omitempty" jsonschema:"description=Regulation 3(a)(i): an assessment for each of the national health and wellbeing outcomes"`
	Others       []OtherOutcome          `yaml:"other_outcomes,omitempty" jsonschema:"description=An assessment of each outcome of the lists beyond the nine that apr.yaml names; no regulation asks for it"`
	Principles   []PrincipleAssessment   `yaml:"principles,omitempty" jsonschema:"description=Regulation 3(b): an assessment for each integration delivery principle of section 31(1)"`
	Measures     map[string]yamlpos.Text `yaml:"measures,omitempty" jsonschema:"description=A comment on a local measure by its id: why it is where it is and what is done"`
	Planning     yamlpos.Text            `yaml:"planning,omitempty" jsonschema:"description=Regulation 3(c): assessment of performance in relation to strategic planning"`
	Decisions    Decisions               `yaml:"significant_decisions,omitempty" jsonschema:"description=Regulation 3(c): significant decisions to which section 36 applies; or none: true"`
	Position     source.Position         `yaml:"-"`
}

// OutcomeAssessment answers regulation 3(a)(i) for one outcome.
type OutcomeAssessment struct {
	Outcome int `yaml:"outcome" jsonschema:"required,description=The number of the national outcome"`
	// Also are the other outcomes that the same text assesses.
	Also       []int           `yaml:"also,omitempty" jsonschema:"description=Other national outcomes that the same text assesses; the report says so"`
	Assessment yamlpos.Text    `yaml:"assessment" jsonschema:"required,description=To what extent the arrangements of the strategic plan and the expenditure allocated in the financial statement achieved or contributed to the outcome"`
	Stories    []Story         `yaml:"case_studies,omitempty" jsonschema:"description=Case studies that show the outcome"`
	Position   source.Position `yaml:"-"`
}

// Assesses reports whether the text is of an outcome, alone or among others.
func (a *OutcomeAssessment) Assesses(no int) bool {
	return a.Outcome == no || slices.Contains(a.Also, no)
}

// PrincipleAssessment answers regulation 3(b) for one delivery principle.
type PrincipleAssessment struct {
	// Principle is "a" for the main purpose, or "b(i)" to "b(xii)".
	Principle string `yaml:"principle" jsonschema:"required,description=a for the main purpose or b(i) to b(xii)"`
	// Also are the other principles that the same text assesses.
	Also       []string        `yaml:"also,omitempty" jsonschema:"description=Other delivery principles that the same text assesses; the report says so"`
	Assessment yamlpos.Text    `yaml:"assessment" jsonschema:"required,description=How services were provided in accordance with the principle and what arrangements and expenditure contributed"`
	Position   source.Position `yaml:"-"`
}

// Assesses reports whether the text is of a principle, alone or among others.
func (a *PrincipleAssessment) Assesses(id string) bool {
	return a.Principle == id || slices.Contains(a.Also, id)
}

// Decisions are the significant decisions of the year, or the statement that
// there were none.
type Decisions struct {
	None     bool            `yaml:"none,omitempty" jsonschema:"description=True when no such decision was made during the year"`
	Entries  []Decision      `yaml:"entries,omitempty" jsonschema:"description=The decisions; their number is counted"`
	Position source.Position `yaml:"-"`
}

// Decision is one significant decision outside the strategic plan (section 36).
type Decision struct {
	Title    string          `yaml:"title" jsonschema:"required,description=What was decided"`
	Date     string          `yaml:"date,omitempty" jsonschema:"description=YYYY-MM-DD"`
	Reasons  yamlpos.Text    `yaml:"reasons" jsonschema:"required,description=Why the decision was made"`
	Position source.Position `yaml:"-"`
}

// FinanceText is regulation-4.yaml.
type FinanceText struct {
	Introduction    yamlpos.Text            `yaml:"introduction,omitempty" jsonschema:"description=What is before the tables"`
	MatterNotes     map[string]yamlpos.Text `yaml:"matters,omitempty" jsonschema:"description=A remark on a matter of regulation 4(2) by its id"`
	VarianceReasons yamlpos.Text            `yaml:"variance_reasons,omitempty" jsonschema:"description=Regulation 4(1)(c): assessment of the reasons for an underspend or overspend"`
	Reserves        yamlpos.Text            `yaml:"reserves,omitempty" jsonschema:"description=What the reserves are held for and why they moved"`
	Outlook         yamlpos.Text            `yaml:"outlook,omitempty" jsonschema:"description=What the coming years are expected to bring"`
	Position        source.Position         `yaml:"-"`
}

// BestValue is regulation-5.yaml.
type BestValue struct {
	Assessment   yamlpos.Text    `yaml:"assessment,omitempty" jsonschema:"description=Regulation 5(1): performance in relation to best value"`
	Contribution yamlpos.Text    `yaml:"contribution,omitempty" jsonschema:"description=Regulation 5(1): how the planning and delivery of services contributed to securing best value"`
	Efficiencies yamlpos.Text    `yaml:"efficiencies,omitempty" jsonschema:"description=Whether there were opportunities for further efficiencies (guidance first edition 5.12)"`
	Themes       []Story         `yaml:"themes,omitempty" jsonschema:"description=By theme of the best value guidance"`
	Position     source.Position `yaml:"-"`
}

// LocalityText is regulation-6.yaml.
type LocalityText struct {
	Introduction yamlpos.Text         `yaml:"introduction,omitempty" jsonschema:"description=What is before the localities"`
	Consultation yamlpos.Text         `yaml:"consultation,omitempty" jsonschema:"description=Regulation 6(1)(a): arrangements for consulting and involving groups in decisions about localities (section 41)"`
	Localities   []LocalityAssessment `yaml:"localities,omitempty" jsonschema:"description=Regulation 6(1)(b): one for each locality"`
	Position     source.Position      `yaml:"-"`
}

// LocalityAssessment answers regulation 6(1)(b) for one locality.
type LocalityAssessment struct {
	Locality   string          `yaml:"locality" jsonschema:"required,description=One of the localities of apr.yaml"`
	Assessment yamlpos.Text    `yaml:"assessment" jsonschema:"required,description=How the arrangements contributed to services in accordance with the delivery principles"`
	Measures   yamlpos.Text    `yaml:"measures,omitempty" jsonschema:"description=Figures of the locality's performance where there are any (guidance first edition 5.7)"`
	Stories    []Story         `yaml:"case_studies,omitempty" jsonschema:"description=Case studies from the locality"`
	Position   source.Position `yaml:"-"`
}

// PlanReview is regulation-8.yaml: a review, or none: true.
type PlanReview struct {
	None        bool            `yaml:"none,omitempty" jsonschema:"description=True when no review of the strategic plan was carried out during the year (section 37)"`
	Reasons     yamlpos.Text    `yaml:"reasons,omitempty" jsonschema:"description=Regulation 8(a); beside none: true why no review was due"`
	RevisedPlan *bool           `yaml:"revised_plan,omitempty" jsonschema:"description=Regulation 8(b): whether a revised plan was prepared"`
	Changes     yamlpos.Text    `yaml:"changes,omitempty" jsonschema:"description=Regulation 8(c): the changes made; needed where a revised plan was prepared"`
	Position    source.Position `yaml:"-"`
}

// Monitoring is regulation-9.yaml: recommendations of the integration joint
// monitoring committee, or none: true. Only a lead agency has a committee.
type Monitoring struct {
	None     bool            `yaml:"none,omitempty" jsonschema:"description=True when the committee made no recommendation during the year"`
	Entries  []Response      `yaml:"recommendations,omitempty" jsonschema:"description=The committee's recommendations with the responses"`
	Position source.Position `yaml:"-"`
}

// Response is one of the committee's recommendations and the response.
type Response struct {
	Report         string          `yaml:"report,omitempty" jsonschema:"description=The committee's report and its date"`
	Recommendation yamlpos.Text    `yaml:"recommendation" jsonschema:"required,description=The recommendation as the committee worded it"`
	Response       yamlpos.Text    `yaml:"response" jsonschema:"required,description=The authority's response"`
	Position       source.Position `yaml:"-"`
}

// Further is regulation-10.yaml: anything else the authority thinks fit, and
// what guidance asks for that no regulation does.
type Further struct {
	Sections []Story `yaml:"sections,omitempty" jsonschema:"description=Anything else the authority thinks fit (regulation 10)"`
	// Framework says how the Framework for Community Health and Social Care
	// Integrated Services was used.
	Framework    yamlpos.Text    `yaml:"framework,omitempty" jsonschema:"description=How the Framework for Community Health and Social Care Integrated Services was used"`
	GoodPractice []GoodPractice  `yaml:"good_practice,omitempty" jsonschema:"description=Examples submitted to the national good practice portal; at least one a year"`
	Learning     yamlpos.Text    `yaml:"learning,omitempty" jsonschema:"description=What was learned from the year's performance and what will change"`
	Position     source.Position `yaml:"-"`
}

// GoodPractice is an example that was submitted to the national portal.
type GoodPractice struct {
	Title     string          `yaml:"title" jsonschema:"required,description=The heading"`
	Submitted string          `yaml:"submitted,omitempty" jsonschema:"description=YYYY-MM-DD of the submission"`
	URL       string          `yaml:"url,omitempty" jsonschema:"description=Where the example is published"`
	Text      yamlpos.Text    `yaml:"text,omitempty" jsonschema:"description=What was done and what came of it"`
	Position  source.Position `yaml:"-"`
}
