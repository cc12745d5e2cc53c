package evidence

import "apr/internal/lazyregexp"

const (
	// texts are what an answer would be; what they are on, of or for is their topic.
	texts = `narrative commentary text section paragraph wording template draft drafts publication description summary summaries answer answers reason reasons copy copies submission content contents lines`
	// facts are what an answer would be made from. To tell them, or to assess, can be a
	// service too.
	facts = `information info data detail details evidence figures statistics results findings analysis evaluation input question questions assessment explanation update updates account material response presentation presentations cause causes numbers`
	// telling are verbs of writing a text; one of them, or a text or its facts, has to be
	// in the sentence.
	telling = `comment comments commenting describe describes described explain explains explained summarise summarises summarised outline outlines outlined documented
		drafted drafting finalise finalised finalising collate collated collating highlight highlighted compile compiled compiling`
	// making are the other words of making a text, sending it and waiting for it.
	making = `say says said tell told mention mentioned publish published write writes written writing report reported brief briefed view viewed read refer refers referred see contact cover covers covered circulate circulated supply supplied
		add added adding address addressed include includes included including contain contains contained give gives given giving provide provides provided providing present presented presents
		record recorded capture captured captures set sets out send sent receive received receives share shared submit submitted request requested requests await awaiting awaited wait waiting
		confirm confirmed confirming agree agreed agreement approve approved approval review reviewed check checked verify verified validate validated sign signed signed-off off clear cleared sight
		complete completed completing completion prepare prepared preparing preparation consider considered discuss discussed discussion discussions discussing seek sought chase chased expect expected scheduled due
		release released obtain obtained gather gathered gathering analyse analysed assess assessed make made reach reached inform incorporate incorporated reflect reflected edit edited updated proofread
		direct directed wish look looked found find go goes going come comes been able unable possible position intend intends intended hope hoped want wanting wants know get touch use used using asked
		pull together work works worked working through ongoing underway progress pending outstanding overdue ready available unavailable accessible held hold holds sit sits undertake undertaken contribute
		begun begin begins carried carry take taken place print went continue continues continuing continued remain remains stated deferred offered allow allows allowed invited assigned repeated developed emerge satisfied content submissions consideration omitted deal deals reminded kept needed draw draws drawn conclude conclusion conclusions applies apply felt kept turn turned compared comparing belongs seen develop base based bear consult carries confirmation accompany accompanies accompanying appended attached enclosed linked link links upload uploaded issue issued printed arrive arrived responses return contribution reply replied replies respond responded`
	// makers are those who write, send and approve.
	makers = `board boards committee committees council council's council’s partnership partnership's authority authority's ijb hscp nhs government officer officers manager managers managers' lead leads head director directors chief chair
		member members colleague colleagues team team's teams service services partner partners author authors editor auditor auditors audit reader readers reader's nobody anyone anybody someone everyone group groups
		sector interface third external internal senior executive leadership management planning performance finance communications policy research analyst analysts responsible department departments`
	// documents and their parts.
	docs = `report reports plan plans strategy strategies paper papers minutes document documents accounts statement statements framework profile profiles publication publications website websites site web page pages portal
		appendix annex introduction foreword chapter table tables study studies case strategic annual governance financial monitoring participation engagement commissioning locality localities audited quarterly regular
		revised health action meeting meetings session development agenda cycle version versions edition note notes bulletin newsletter online elsewhere separate separately above below following next previous last current further full fuller
		outcome outcomes principle principles matter matters issue issues requirement indicator indicators recommendation changes variance improvement priorities best value regulation provision workshop consultation consult approach`
	// times and manners.
	when = `time times date day week weeks month months year year's years year-end summer autumn winter spring january february march april june july august september october november december
		now currently present moment yet still later soon shortly early late course point stage ahead until once since after before during throughout while when also only more less most no not none nothing cannot can't
		significant insufficient enough sufficient however please note further detailed well long length familiar regularly always usual usually already anything something correct accurate ahead too far achieved relevant fully coming future deadline one subject overview great old confidence method scrutiny limited absence brief necessary item standing format timing error understanding everything everybody we've they've it's final system responsibility passed judgement difficulty difficulties technical capacity unfortunately regrettably confidentiality reminder reminders despite depth mind indicator specific heading anticipated timescale timescales quarter number methodology picture
		about regarding relating relation concerning respect across between behind under over against upon via per along together within throughout per request leave own out end reporting although he she few side`
)

var (
	textNouns  = list(texts)
	factNouns  = list(facts)
	tellVerbs  = list(telling)
	makeWords  = list(making)
	otherWords = list(makers, docs, when)
	// topicStart is what the topic of a text begins with.
	topicStart = list(`on about of for regarding relating concerning behind around how why whether what`)
	// predicate is a word that ends a topic: what was meant by it has been named.
	predicate = list(`is are was were be been has have had will would shall should can could may might must cannot can't do does did isn't wasn't weren't aren't hasn't haven't didn't doesn't won't couldn't wouldn't being`)
	// toAdd are what there is nothing of: "to add".
	toAdd = list(`say add report note write`)
	// askedOf are what an answer is of: "this outcome".
	these   = list(`this these`)
	askedOf = list(`outcome outcomes principle principles locality requirement matter`)
	// planned are what is an answer when it is written: a plan that was drafted is a deed.
	planned = list(`plan plans strategy strategies framework policy policies`)
	// deeds are words of services, people and money: with one of them a sentence says
	// something, whatever else it speaks of.
	deeds = list(`people person persons patient patients carer carers family families child children adult adults older women men user users resident residents tenant tenants volunteer volunteers public
		nurse nurses doctor doctors gp gps dentist pharmacist therapist physiotherapy worker workers staff staffing post posts vacancy vacancies recruited trained training unions rota shift shifts sickness
		ward wards bed beds hospital hospitals clinic clinics surgery surgeries home homes house housing centre day-centre school bus van transport lift phone telephone tablets equipment leaflet leaflets letters hall halls
		care caring health-care medicine medicines medication drugs prescribing treatment therapy visit visits appointment appointments discharge discharges delayed admission admissions readmission falls fall harm wait waits waiting-list
		death deaths dementia alcohol suicide loneliness inequality inequalities poverty income incomes advocacy rights dignity complaint complaints respite support supported helped help funded
		money cost costs price prices pay paid spend spent spending saved saving savings fund funding budget budgets reserves contract contracts provider providers demand inflation overspent underspent
		closed opened merged moved cut built bought hired appointed consulted met listened attended taught reduced increased replaced improved worsened halved doubled dropped lower higher fewer poor unsafe safety safe rose fell
		coast island islands rural town village street pilot project projects scheme schemes clinic's charity charities community communities pharmacy pharmacies`)
	// verbsOfDeed are strong verbs that tell of a deed where a topic should be.
	verbsOfDeed = list(`rose fell grew cut met won lost went came took gave left began ran led found showed meant shows means show kept saw got`)
	// waits is what shows that facts aren't told here: they are to come, or elsewhere.
	waits = lazyregexp.Lazy(`\b(?:will|being|await\w*|waiting|requested|pending|expected|scheduled|deferred|overdue|omitted|yet|until|kept under review|hoped?|collat\w+|validated|finalis\w+|papers?|reports?|elsewhere|accounts|appendix|document|(?:this|that|another) section|narrative|publication|website|ongoing|profiles?|can be found|governance statement)\b`)
	// ofItself is a sentence about the text that it stands in, or to its readers.
	ofItself = lazyregexp.Lazy(`\bthis (?:section|text|narrative|commentary|paragraph)(?:$| of (?:the|this|our) report| (?:[^o\s]|o[^f]))|\breaders? (?:who|may|might|will|should|can|are|is|wishing|wanting)\b|\bto comment on this\b`)
	// toCome is a text that will be there, or can be had elsewhere, or couldn't be got.
	toCome = lazyregexp.Lazy(`\b(?:will report|(?:will|to) be available|can be (?:found|obtained)|not (?:been )?(?:possible|able))\b`)
	// itself is how a text speaks of itself or of another text, and treated what is
	// done with an outcome in a text.
	itself      = lazyregexp.Lazy(`\b(?:th(?:is|ese) (?:sections?|text|reports?|narrative|assessments?|commentary|paragraph|requirement)|no (?:commentary|narrative|assessment|further explanation)|(?:commentary|narrative) (?:for|on)|(?:separate|previous|future|last year's|next year's|quarterly|annual|monitoring) reports?|readers?|appendix|position to (?:report|comment|say|assess)|previous wording|nothing (?:has |was )?(?:been )?received|(?:the|our|in) (?:data|assessment|narrative|commentary))\b`)
	treated     = lazyregexp.Lazy(`\b(?:this|these|outcome|principle|locality|recommendation|requirement|variance)\b.*\b(?:cover\w*|assess\w*|address\w*|report\w*|comment\w*|discuss\w*|consider\w*|evaluat\w*|describ\w*|measur\w*|explain\w*|agenda|scrutin\w*|under review|escalated)\b|\b(?:cover\w*|assess\w*|report\w*|comment\w*|discuss\w*|consider\w*|evaluat\w*|describ\w*|measur\w*|explain\w*|scrutin\w*|judge?ment|conclusions?|information)\b.*\bth(?:is|ese)\b(?: (?:outcome|principle|locality|recommendation|requirement|variance)\b|$)`)
	excuse      = list(`because owing due`)
	negates     = lazyregexp.Lazy(`\b(?:no|not|cannot|unable|insufficient|\w+n't)\b`)
	numberWords = list(`two three four five six seven eight nine ten eleven twelve dozen half third quarter`)
	// means are what comes before the means by which something was done.
	means = list(`by through because from`)
	// numbered are what a number in a pointer is of.
	numbered = list(`page pages section appendix annex chapter table outcome principle paragraph regulation january february march april may june july august september october november december`)
	months   = list(`january february march april may june july august september october november december`)
)
