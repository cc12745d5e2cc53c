package evidence

import (
	"strings"

	"apr/internal/lazyregexp"
)

const (
	// praise are words of judging in general, by which nobody could be proved wrong. Those
	// of failure aren't among them: who says that something got worse says something.
	praise = `challenging rewarding demanding difficult tough testing turbulent unprecedented busy eventful productive exciting varied interesting remarkable tremendous fantastic wonderful great huge immense enormous
		encouraging promising favourable favourably impressive pleasing notable noteworthy heartening inspiring welcome healthy strong stronger strongest robust sound solid firm steady positive good better best well excellent outstanding exceptional superb
		innovative creative modern dynamic agile flexible responsive proactive collaborative cohesive coherent comprehensive holistic inclusive integrated seamless joined person centred client people focused tailored individualised bespoke
		sustainable efficient effective safe timely appropriate suitable relevant meaningful valuable worthwhile helpful useful vital essential crucial critical key core central fundamental pivotal important importance paramount
		ambitious aspirational bold confident committed dedicated passionate proud motivated skilled talented compassionate caring kind compassion kindness diligent professional hardworking thoughtful sensitive respectful
		clear right proper due full complex complicated changing evolving uncertain volatile fast moving wider broad broader diverse different various varying numerous many several multiple countless considerable significant substantial sizeable major real true tangible
		encouraged pleased delighted grateful thankful mindful aware conscious determined keen eager ready
		rich vibrant thriving thrive thrives flourishing flourish healthy mixed complicated short large big small fresh best interests all concerned collective shared common joint mutual finite scarce limited competing`
	// abstractions are nouns that fit any service.
	abstractions = `assessments assessment planning arose arise arises combination mix mixture yes fully intends intended intend rag green amber red rating continuous necessary required looking current revised year years month months period time times past present future decade life lives living beginning start end ahead back space track record regard respect way ways direction path road journey destination horizon
		thing things everything something anything matter issue issues aspect aspects area areas field fields element elements factor factors range variety number deal lot host plenty wealth breadth depth scale scope degree level levels
		approach approaches method methods model models practice practices process processes procedure procedures system systems structure structures arrangement arrangements mechanism mechanisms framework frameworks strategy strategies strategic policy policies
		initiative initiatives activity activities action actions step steps measure measures effort efforts endeavour endeavours work working task tasks piece pieces project programme programmes stream streams workstream workstreams intervention interventions
		result results outcome outcomes output outputs impact impacts difference benefit benefits achievement achievements success successes progress progression improvement improvements development developments change changes transformation innovation innovations
		challenge challenges opportunity opportunities pressure pressures risk risks difficulty difficulties barrier barriers constraint constraints obstacle obstacles uncertainty complexity landscape environment context climate circumstances backdrop world situation position picture story
		strength strengths foundation foundations platform basis base ground groundwork building block blocks pillar pillars cornerstone bedrock heart core centre forefront fabric ethos culture value values vision mission purpose principle principles spirit
		goal goals aim aims objective objectives ambition ambitions aspiration aspirations priority priorities commitment commitments focus emphasis attention agenda intention intentions potential
		partnership partnerships collaboration cooperation co-operation relationship relationships engagement involvement participation dialogue conversation conversations communication communications consultation stakeholder stakeholders partner partners colleague colleagues
		team teams staff workforce workers employee employees leader leaders leadership management managers people person persons individual individuals everyone everybody community communities population citizen citizens public user users customer customers client clients family families neighbours
		need needs choice voice voices view views opinion opinions experience experiences expertise knowledge skill skills skillset learning lesson lessons understanding insight insights awareness evidence information feedback reflection
		quality performance delivery service services provision care health social wellbeing support resource resources capacity capability resilience governance accountability assurance oversight transparency
		dignity equality respect fairness inclusion independence empowerment trust honesty openness excellence professionalism dedication enthusiasm energy passion pride
		locality localities place neighbourhood region partnership's authority board organisation organisations sector sectors body bodies country nation nationally locally local regional national internal external
		plan plans report document recommendation recommendations finding findings decision decisions variance underspends overspends budget budgets finances financially pound pounds pace momentum role part parts hand hands forward onwards extra mile standard standards consideration account line lines response responses lessons message messages`
	// motions are verbs by which nothing is done.
	motions = `remain remains remained remaining continue continues continued continuing stay stays become becomes becoming grow be being been is are was were
		make makes made making take takes took taken taking give gives gave given giving bring brings brought bringing put puts place places placed placing set sets setting have has had having get gets getting go goes gone going come comes came coming
		move moves moved moving progress progressed progressing advance advanced develop develops developed developing evolve evolved evolving build builds built building rebuild strengthen strengthened strengthening enhance enhanced enhances enhancing improve improved improves improving
		transform transformed transforming modernise modernised refine refined refining refresh refreshed update updated embed embeds embedded embedding consolidate consolidated sustain sustained maintain maintained maintaining promote promotes promoted promoting foster fostered
		encourage encourages enable enabled enables empower empowered empowering facilitate facilitated drive drives driven driving champion championed celebrate celebrated recognise recognises recognised acknowledge acknowledges acknowledged appreciate appreciated welcome welcomes welcomed thank
		value valued respect respected listen listening hear understand understood learn learned learnt learning reflect reflects reflected reflecting consider considered explore explored exploring identify identified address addresses addressed addressing tackle tackled respond responded responding adapt adapted adapting
		engage engages engaged engaging involve involves involved involving include includes included including collaborate collaborated working worked work works deliver delivers delivered delivering provide provides provided providing offer offers support supports supported supporting
		ensure ensures ensured ensuring strive strives striving seek seeks sought aim aims aimed aspire endeavour endeavoured try tried trying want wants need needs know knows believe believes think feel feels hope look looks anticipate face faces faced facing
		achieve achieves achieved achieving accomplish accomplished accomplishing realise realised meet met meeting contribute contributes contributed contributing help helps helped helping play plays played impact implement implemented implementing undertake undertaken carry carried perform performed performing operate operates operating
		underpin underpins underpinned shape shapes shaped inform informs informed guide guides guided align aligned aligns design designed plan planned lie lies sit sits stand stands stood matter matters compare compares happen happened
		attest speak speaks rise rising increase increasing begin begun put gone above beyond`
	// joining are adverbs and other words that join.
	joining = `another about both much more most less many few several various number lot further again yet still already always often sometimes together alongside across throughout within around behind beyond above below over under during before after since until whilst while when where wherever whenever why how what which who whom whose whether
		despite although though however nevertheless nonetheless therefore thus hence furthermore moreover indeed overall generally particularly especially including such like as well also too very quite rather really truly just only even never not no nor neither either each every any all some other others own same
		up down out off forward forwards back right left here there now today tomorrow currently soon long ever once twice twelve upon towards toward between among amongst against per via through last next previous this that these those one's
		up-to-date day-to-day ongoing underway face side get do does did done doing can could will would shall should may might must let us our ours we ourselves their theirs them they it its itself my me you your i greater larger half bit heard best
		dr mr please wish lessons past regardless instead thanks way`
	// happenings are what may have caused anything: a reason, and nothing else.
	happenings = `savings saving demand demands demographic demographics ageing aging population inflation inflationary price prices cost costs staffing recruitment retention vacancy vacancies turnover sickness absence winter acuity funding rising growing increasing increased increases pandemic covid economic economy financial fiscal legislation`
)

var (
	generalWords = list(small, receipts, general, praise, abstractions, motions, joining)
	causeWords   = list(small, receipts, general, praise, abstractions, motions, joining, happenings)
	// combines is a cause that is several, of which none is named.
	combines = lazyregexp.Lazy(`\b(?:combination|number|range|variety|mix|mixture) of\b`)
	denials  = list(`no not none nothing nobody never cannot without neither nor`)
	ofYears  = list(`in during over throughout for of year`)
	// ownAdverbs end as adverbs of manner do, and are of something.
	ownAdverbs = list(`weekly monthly daily yearly nightly hourly fortnightly family early supply reply apply rely fly elderly orderly assembly anomaly rarely hardly barely scarcely poorly badly slowly lately only partly wholly unlikely friendly costly deadly lonely safely directly jointly`)
)

// isGeneral reports whether each word of a sentence is one of a set, an adverb of manner
// or a year. What denies something isn't general: "No consultation was held."
func isGeneral(sentence string, set map[string]bool) bool {
	if len(sentence) > longestEmpty {
		return false
	}
	before := "-"
	for written := range eachWord(sentence) {
		w := strings.ReplaceAll(strings.ToLower(written), "’", "'")
		switch {
		case written == "May", denials()[w], strings.HasSuffix(w, "n't"):
			return false
		case set[w] || set[strings.TrimSuffix(w, "'s")]:
		case w == "one" && before != "-":
		case isYear(w) && ofYears()[before], len(w) == 2 && isNumber(w) && isYear(before):
		case strings.HasSuffix(w, "ly") && len(w) > 5 && !ownAdverbs()[w]:
		default:
			return false
		}
		before = w
	}
	return before != "-"
}
