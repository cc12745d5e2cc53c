package project

import (
	"cmp"
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Config is apr.yaml. A field named Position is where its mapping begins; it
// is filled in by the decoder and isn't a key.
type Config struct {
	Authority Authority   `yaml:"authority" jsonschema:"required,description=The integration authority that reports"`
	Year      period.Year `yaml:"year" jsonschema:"required,description=The reporting year such as 2025/26"`
	State     State       `yaml:"state,omitempty" jsonschema:"enum=draft,enum=provisional,enum=final,description=draft until it is complete; provisional while the accounts are unaudited; final"`
	Brand     Brand       `yaml:"brand,omitempty" jsonschema:"description=How the report looks: name; logo; colours; cover picture"`
	Title     string      `yaml:"title,omitempty" jsonschema:"description=The title on the cover; Annual performance report and the year when absent"`
	// Language is the report's, by its tag (BCP 47); "" is English.
	Language   string           `yaml:"language,omitempty" jsonschema:"description=The tag (BCP 47) of the language that the report is in such as gd; English when absent. Of the words that apr adds those are in Gaelic that published sources have; the others are in English and marked so"`
	Label      string           `yaml:"label,omitempty" jsonschema:"description=The protective marking such as OFFICIAL; printed at the head and the foot of each page"`
	Workbook   string           `yaml:"workbook,omitempty" jsonschema:"description=The Public Health Scotland core suite workbook"`
	Indicators IndicatorOptions `yaml:"indicators,omitempty" jsonschema:"description=How the core suite indicators are shown"`
	Finance    Finance          `yaml:"finance,omitempty" jsonschema:"description=Ledgers and how their lines are classified"`
	Localities []Locality       `yaml:"localities,omitempty" jsonschema:"description=The localities that the strategic plan identifies: two or more (section 29(3)(a))"`
	CareGroups []string         `yaml:"care_groups,omitempty" jsonschema:"description=Key care groups (regulation 4(2)(f)); omit where none is identified"`
	// CareGroupsSince are the first years of those care groups that are new.
	CareGroupsSince map[string]period.Year `yaml:"care_groups_since,omitempty" jsonschema:"description=The first reporting year of each key care group that is new such as Palliative care: 2024/25; it is compared for the years since then"`
	StrategicPlan   StrategicPlan          `yaml:"strategic_plan,omitempty" jsonschema:"description=The strategic plan that the report is about"`
	// Outcomes are lists beyond the nine national health and wellbeing outcomes.
	Outcomes    []OutcomeList `yaml:"outcomes,omitempty" jsonschema:"description=Lists of outcomes beyond the nine national ones that the report assesses too: children or justice where those functions are delegated; or your own"`
	Measures    LocalMeasures `yaml:"measures,omitempty" jsonschema:"description=The performance framework: local measures in addition to the core suite"`
	Board       Board         `yaml:"board,omitempty" jsonschema:"description=The cycle of the board's meetings"`
	Publication Publication   `yaml:"publication,omitempty" jsonschema:"description=Where and when the report is published and to whom copies go (section 42(4))"`
	// Summary is what the summary of the report holds.
	Summary Summary `yaml:"summary,omitempty" jsonschema:"description=What the summary of the report holds; where the key is there the summary is built with the report: summary: {} leaves the choice to apr"`
	// Accessibility says who can read the report, and how.
	Accessibility Accessibility `yaml:"accessibility,omitempty" jsonschema:"description=Who can read the report and how: the website's accessibility statement; contact; what is not accessible; other versions"`
	// Words are words of apr's own in the report's language, or others in English, by the English.
	Words map[string]string `yaml:"words,omitempty" jsonschema:"description=Headings and labels and sentences of apr's own in the language of the report or in other words; by the English such as Best value; places such as {year} stand in both"`
	// Names are further names of what the texts speak of, by id.
	Names map[string][]string `yaml:"names,omitempty" jsonschema:"description=What the texts call an indicator; a local measure; a matter; a service; a care group or a partner in addition to the names that apr knows"`
	// Fonts are for languages whose script the report's own font doesn't have.
	Fonts []Font `yaml:"fonts,omitempty" jsonschema:"description=Fonts for languages whose script the report's own font does not have such as Arabic or Chinese"`
	// Tables are those of the author's own.
	Tables []OwnTable `yaml:"tables,omitempty" jsonschema:"description=Tables of your own from CSV files or sheets; a text prints one with {{ table id }} and structure with table: id"`
	// Structure is the report's own order of chapters; apr's where it is absent.
	Structure []Chapter `yaml:"structure,omitempty" jsonschema:"description=The chapters of the report in your own order and words; apr's order when absent"`
	// Wording has texts in the place of apr's own sentences.
	Wording   Wording         `yaml:"wording,omitempty" jsonschema:"description=Texts of yours in Markdown in the place of sentences that apr prints by itself; an empty one leaves the sentence out"`
	Silence   []Silence       `yaml:"silence,omitempty" jsonschema:"description=Rules of guidance and advice that the authority sets aside; the report lists them with their reasons"`
	Narrative string          `yaml:"narrative,omitempty" jsonschema:"description=The folder of the narrative; narrative when absent"`
	Position  source.Position `yaml:"-"`
	// positions are where the values are; see PositionOf.
	positions yamlpos.Positions
}

// PositionOf is where a value of apr.yaml is, by its path: "workbook",
// "publication.date" or "finance.ledgers[0].control_total". For a key that is
// absent it is where the enclosing mapping begins.
func (p *Config) PositionOf(path string) source.Position { return p.positions.Find(path).Value }

// State is how final the report is.
type State string

// States.
const (
	Draft       State = "draft"
	Provisional State = "provisional"
	Final       State = "final"
)

// Model is the integration model of the authority's scheme.
type Model string

// Models of section 1(4): a joint board (a); a lead agency as Highland's, where council
// and health board are jointly the authority (d); and a health board (b) or a council
// (c) as the authority. What depends on them is in law.Model.
const (
	JointBoard      Model = "integration-joint-board"
	LeadAgency      Model = "lead-agency"
	LeadHealthBoard Model = "lead-health-board"
	LeadCouncil     Model = "lead-council"
)

// Authority is an integration authority. For the 31 that exist, Name alone is
// enough; what is absent is filled in.
type Authority struct {
	Name string `yaml:"name" jsonschema:"required,description=The authority's name"`
	// ShortName is what readers call it, such as Edinburgh Health and Social Care
	// Partnership; "" for one that is known by its legal name. See Called.
	ShortName   string   `yaml:"short_name,omitempty" jsonschema:"description=What readers call the authority; charts and headings of the report use it in place of the legal name"`
	Area        string   `yaml:"area,omitempty" jsonschema:"description=The area's name in the workbook"`
	Model       Model    `yaml:"model,omitempty" jsonschema:"description=The model of the integration scheme: a joint board unless it is Highland"`
	Councils    []string `yaml:"councils,omitempty" jsonschema:"description=The councils that are constituent authorities"`
	HealthBoard string   `yaml:"health_board,omitempty" jsonschema:"description=The health board that is a constituent authority"`
	Family      []string `yaml:"family,omitempty" jsonschema:"description=The areas of the benchmarking family"`
	Invented    bool     `yaml:"invented,omitempty" jsonschema:"description=True for an authority that does not exist; the cover says so"`
	// Since is the authority's first reporting year; 0 stands for 2016/17.
	Since   period.Year `yaml:"since,omitempty" jsonschema:"description=The authority's first reporting year where that is after 2016/17; the report compares the years since then"`
	Contact string      `yaml:"contact,omitempty" jsonschema:"description=How to reach the authority about the report"`
	Formats string      `yaml:"formats,omitempty" jsonschema:"description=Where to get other formats and languages; printed on the cover"`
	// Languages say on the cover, each in its own words, where the report is in
	// another language.
	Languages []OtherLanguage `yaml:"languages,omitempty" jsonschema:"description=Where the report is in other languages; printed on the cover in each"`
	Position  source.Position `yaml:"-"`
}

// Called is the authority as readers know it: by its short name where it has one.
func (a *Authority) Called() string { return cmp.Or(strings.TrimSpace(a.ShortName), a.Name) }

// LegalName is the authority's name in the order that established it, where it is one that
// exists and apr.yaml calls it by its area; else the name that apr.yaml has.
func (a *Authority) LegalName() string {
	if known, ok := a.Known(); ok && a.Name == known.Area {
		return known.Name
	}
	return a.Name
}

// Known is the one of the 31 authorities that the name is of; ok is false for another.
func (a *Authority) Known() (known indicators.Authority, ok bool) {
	if a.Invented {
		return known, false
	}
	known, _, ok = indicators.FindAuthority(a.Name)
	return known, ok
}

// Locality is one locality of the strategic plan.
type Locality struct {
	Name       string `yaml:"name" jsonschema:"required,description=The name as the strategic plan and the narrative use it"`
	Population int    `yaml:"population,omitempty" jsonschema:"minimum=1,maximum=1000000,description=How many people live there"`
	// Codes are what ledgers and tables of measures call it.
	Codes []string `yaml:"codes,omitempty" jsonschema:"description=The codes that ledgers and tables of measures give it in their locality column"`
	// Since is the first year of a locality that is new; 0 for one that isn't.
	Since    period.Year     `yaml:"since,omitempty" jsonschema:"description=The first reporting year of a locality that is new; it is compared for the years since then"`
	Position source.Position `yaml:"-"`
}

// StrategicPlan is the plan that the year is assessed against.
type StrategicPlan struct {
	Title      string          `yaml:"title,omitempty" jsonschema:"description=The title of the plan"`
	Period     string          `yaml:"period,omitempty" jsonschema:"description=The years it covers such as 2024 to 2027"`
	URL        string          `yaml:"url,omitempty" jsonschema:"description=Where the plan is published"`
	Priorities []Priority      `yaml:"priorities,omitempty" jsonschema:"description=The plan's priorities with the national outcomes and indicators that each is measured by"`
	Position   source.Position `yaml:"-"`
}

// Priority is one priority of the strategic plan and what it is measured by.
type Priority struct {
	Name string `yaml:"name" jsonschema:"required,description=The priority as the plan names it"`
	// Outcomes are the national health and wellbeing outcomes it serves, by number.
	Outcomes []int `yaml:"outcomes,omitempty" jsonschema:"description=The national health and wellbeing outcomes it serves by number"`
	// Indicators are of the core suite, such as NI12.
	Indicators []string        `yaml:"indicators,omitempty" jsonschema:"description=Core suite indicators that measure it such as NI12"`
	Position   source.Position `yaml:"-"`
}

// IndicatorOptions are an authority's choices for the indicator table.
type IndicatorOptions struct {
	Proxy    string                   `yaml:"proxy,omitempty" jsonschema:"enum=calendar,enum=financial,description=Which year of NI12-16 stands for the newest reporting year when the workbook has both; calendar when absent"`
	Breaks   map[string][]period.Year `yaml:"breaks,omitempty" jsonschema:"description=Reporting years from which an indicator cannot be compared with earlier ones; replaces the default"`
	Outcomes map[string][]int         `yaml:"outcomes,omitempty" jsonschema:"description=The national outcomes that an indicator speaks to; replaces the default"`
	// NotPublished are the years for which the publisher gave no value, with why.
	NotPublished []NotPublished        `yaml:"not_published,omitempty" jsonschema:"description=Years for which the publisher gave no value with the reason; the report prints it"`
	Figures      map[string]FigureText `yaml:"figures,omitempty" jsonschema:"description=An indicator's chart in the author's words"`
	// OtherAreas prints the values of the benchmarking family's areas beside one another.
	OtherAreas bool            `yaml:"other_areas,omitempty" jsonschema:"description=Whether the report has a table of the family areas' values of each indicator; structure may place it too as the part other areas"`
	Position   source.Position `yaml:"-"`
}

// NotPublished explains once why the publisher gave no value.
type NotPublished struct {
	Indicators []string        `yaml:"indicators" jsonschema:"required,description=The indicators such as NI14"`
	Years      []period.Year   `yaml:"years" jsonschema:"required,description=The reporting years without a value"`
	Reason     string          `yaml:"reason" jsonschema:"required,description=Why the publisher gave none: a sentence for the data notes"`
	Position   source.Position `yaml:"-"`
}

// FigureText replaces what apr says of a chart. What is absent is made from the
// data.
type FigureText struct {
	Title    string          `yaml:"title,omitempty" jsonschema:"description=The chart's title: it states the trend"`
	Alt      string          `yaml:"alt,omitempty" jsonschema:"description=What the chart shows for those who cannot see it: direction; size; comparison; gaps. It is not the title again"`
	Position source.Position `yaml:"-"`
}

// FinanceFigures are the charts that are made from ledgers and history.
type FinanceFigures struct {
	Matters          FigureText      `yaml:"matters,omitempty" jsonschema:"description=Spend by matter of regulation 4(2)"`
	MattersByYear    FigureText      `yaml:"matters_by_year,omitempty" jsonschema:"description=The proportion spent on each matter over the years"`
	Variance         FigureText      `yaml:"variance,omitempty" jsonschema:"description=Under- and overspends over the years"`
	Localities       FigureText      `yaml:"localities,omitempty" jsonschema:"description=Spend by locality"`
	LocalitiesByYear FigureText      `yaml:"localities_by_year,omitempty" jsonschema:"description=The proportion spent in each locality over the years"`
	Position         source.Position `yaml:"-"`
}

// Finance names the ledgers and the rules that classify their lines.
type Finance struct {
	Ledgers        []Ledger        `yaml:"ledgers,omitempty" jsonschema:"description=The partners' ledgers"`
	Rules          []FinanceRule   `yaml:"rules,omitempty" jsonschema:"description=Classification; the first rule that matches a line sets what it names"`
	Apportionments []Apportionment `yaml:"apportionments,omitempty" jsonschema:"description=How amounts that belong to no single locality are shared; the method is printed"`
	Transfers      []Transfer      `yaml:"transfers,omitempty" jsonschema:"description=Money that leaves one partner's ledger and arrives in another's: it must agree to the penny and is counted once"`
	History        string          `yaml:"history,omitempty" jsonschema:"description=Earlier years: a CSV or XLSX table with the columns year; measure; dimension; item; amount; or the tables.csv or tables.xlsx that was published with the last report; or the folder of its project"`
	Units          MoneyUnits      `yaml:"units,omitempty" jsonschema:"enum=thousands,enum=millions,description=What the columns of tables of money are in: £000 or £m with one decimal; thousands when absent"`
	Reserves       []Reserve       `yaml:"reserves,omitempty" jsonschema:"description=The authority's usable reserves from its accounts: what each had at the beginning and the end of the year and what moved"`
	Answers        []Answer        `yaml:"answers,omitempty" jsonschema:"description=Why amounts that look wrong are right; printed in the report's data notes"`
	Limits         FinanceLimits   `yaml:"limits,omitempty" jsonschema:"description=From how many percent on an amount is told to be implausible"`
	Figures        FinanceFigures  `yaml:"figures,omitempty" jsonschema:"description=Charts of the financial chapter and of localities in the author's words"`
	Position       source.Position `yaml:"-"`
}

// Ledger is one ledger file.
type Ledger struct {
	File             string            `yaml:"file" jsonschema:"required,description=The CSV or XLSX file from the project folder; CSV also packed as .gz or .zip"`
	Sheet            string            `yaml:"sheet,omitempty" jsonschema:"description=The sheet of a workbook; the first when absent"`
	Member           string            `yaml:"member,omitempty" jsonschema:"description=The file meant in a zip file; needed where it holds several CSV files"`
	Partner          string            `yaml:"partner" jsonschema:"required,description=The body whose ledger it is"`
	Kind             string            `yaml:"kind,omitempty" jsonschema:"enum=actual,enum=plan,enum=funding,description=actual when absent"`
	Year             period.Year       `yaml:"year,omitempty" jsonschema:"description=The reporting year when absent"`
	Columns          map[string]string `yaml:"columns" jsonschema:"required,description=apr's column names with the ledger's headers; amount or debit and credit are needed; dr_cr says of each amount which it is"`
	ControlTotal     string            `yaml:"control_total,omitempty" jsonschema:"description=The total that the ledger must come to; quoted; to the penny"`
	PlanControlTotal string            `yaml:"plan_control_total,omitempty" jsonschema:"description=The total that the plan column must come to; quoted; to the penny"`
	Funding          string            `yaml:"funding,omitempty" jsonschema:"enum=delegated,enum=set-aside,enum=hosted,description=How the money of lines reaches the authority where no rule says otherwise"`
	Position         source.Position   `yaml:"-"`
}

// FinanceRule classifies ledger lines; see finance.Rule.
type FinanceRule struct {
	When      map[string]string `yaml:"when,omitempty" jsonschema:"description=Column name to pattern: alternatives separated by | with * and ? or a range such as 4000-4999"`
	Matter    string            `yaml:"matter,omitempty" jsonschema:"enum=4(2)(a),enum=4(2)(b),enum=4(2)(c),enum=4(2)(d),enum=4(2)(e),description=The matter of regulation 4(2) that the lines belong to"`
	CareGroup string            `yaml:"care_group,omitempty" jsonschema:"description=One of care_groups"`
	Locality  string            `yaml:"locality,omitempty" jsonschema:"description=One of localities"`
	Apportion string            `yaml:"apportion,omitempty" jsonschema:"description=The name of an apportionment"`
	Funding   string            `yaml:"funding,omitempty" jsonschema:"enum=delegated,enum=set-aside,enum=hosted,description=How the money of these lines reaches the authority"`
	Service   string            `yaml:"service,omitempty" jsonschema:"description=The line's name in the service table"`
	Exclude   string            `yaml:"exclude,omitempty" jsonschema:"description=Why the lines aren't the authority's: they are counted and reported and belong to nothing"`
	// Mapping is a table whose rows are rules, which are in the place of this one.
	Mapping  string          `yaml:"mapping,omitempty" jsonschema:"description=A workbook of cost centres that was filled in (apr finance suggest --format xlsx) and whose rows count as rules here; nothing else is next to it"`
	Position source.Position `yaml:"-"`
}

// Transfer is money that leaves one partner's ledger and arrives in another's; see
// finance.Transfer.
type Transfer struct {
	Name     string            `yaml:"name" jsonschema:"required,description=What it is called such as Resource transfer"`
	From     map[string]string `yaml:"from" jsonschema:"required,description=The lines of the ledger that it leaves: partner and patterns for its columns"`
	To       map[string]string `yaml:"to" jsonschema:"required,description=The lines of the ledger that it arrives in: partner and patterns for its columns"`
	Position source.Position   `yaml:"-"`
}

// Apportionment shares amounts among localities.
type Apportionment struct {
	Name     string            `yaml:"name" jsonschema:"required,description=The name that rules use"`
	Method   string            `yaml:"method" jsonschema:"required,description=What the shares are and where they come from; printed in the report"`
	Shares   map[string]string `yaml:"shares" jsonschema:"required,description=Locality to share in percent such as 34.2; they sum to 100"`
	Position source.Position   `yaml:"-"`
}

// Publication is what section 42(4) asks for.
type Publication struct {
	Date     string `yaml:"date,omitempty" jsonschema:"description=The day of publication YYYY-MM-DD; planned or past"`
	Approved string `yaml:"approved,omitempty" jsonschema:"description=The day on which the authority approved the report YYYY-MM-DD; a final report needs it"`
	URL      string `yaml:"url,omitempty" jsonschema:"description=Where the report is published"`
	// Assessed and NationalSite are what guidance asks for beside the law (second
	// edition, 2.1).
	Assessed     string          `yaml:"accessibility_assessed,omitempty" jsonschema:"description=When and how it was assessed how accessible the report is to local communities and the public and what followed"`
	NationalSite string          `yaml:"national_site,omitempty" jsonschema:"description=Where the copy on the Health and Social Care Scotland website is"`
	Copies       []Copy          `yaml:"copies,omitempty" jsonschema:"description=To each constituent authority (joint board) or the monitoring committee (lead agency) and the other authority (a lead health board or council): section 42(5)"`
	Position     source.Position `yaml:"-"`
}

// Copy is a copy of the report given to a body.
type Copy struct {
	To       string          `yaml:"to" jsonschema:"required,description=The body that is given the copy"`
	Date     string          `yaml:"date,omitempty" jsonschema:"description=The day YYYY-MM-DD; planned or past"`
	Position source.Position `yaml:"-"`
}
