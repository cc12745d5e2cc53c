package facts

import (
	"strings"
	"unicode"
)

// calls are what people call something, in the form of phrases of package language, and the words that are its own.
type calls struct{ Names, own string }

// names are how people call the indicators of the core suite in addition to their codes
// and titles, in the form of phrases; ".." stands for up to nine words between.
// own are words that belong to the indicator and narrow nothing.
var IndicatorNames = map[string]calls{
	"NI1": {`look|looks|looking|looked after their own? health; able to look after their own? health; look|looking after my|your|his|her own? health; manage|managing their own? health; self-reported health; after their health; look|looks|looking|looked after one's|people's own? health`,
		`adults able can could very quite well health look after say says said who feel felt feeling people that they can own most`},
	"NI2": {`live|living|lived as independently as possible; live|living|lived independently; independent living; live|living as independently; supported .. independently; independently as possible; independence`,
		`adults receiving receive received supported at home agree agreed that they are were felt feel helped help live living as independently possible who say said people to independence support`},
	"NI3": {`had|have|having|has|having a say; a say in how; say in how; say in how .. help .. care or support .. provided|delivered; say in how .. care .. provided|delivered|planned; say in how .. provided; say in .. help .. care or|and support; a say in .. care|support|help; say in their|the care|support|help; involved in decisions about their care; have|having|had their say; a say`,
		`adults receiving receive received supported at home agree agreed that they had have having a say in how their help care or support was is were provided who say said feel felt people asked deciding decisions about over it delivered`},
	"NI4": {`well|better co-ordinated|coordinated; co-ordination|coordination of .. services|care; services .. co-ordinated|coordinated; seemed .. co-ordinated|coordinated; services .. joined up; care co-ordination|coordination; co-ordinated|coordinated services|care; on|for|and co-ordination|coordination; co-ordination|coordination score|result|rating|figure`,
		`adults receiving receive received supported at home agree agreed that their health and care services seemed to be well co-ordinated coordinated who say said felt feel people were joined up support`},
	"NI5": {`described .. care|support .. as good|excellent or excellent|good; rated|rate|rates|rating|ratings .. excellent or good; excellent or good; good or excellent; as good|excellent or excellent|good; overall care rating; satisfaction with care; quality of care or support`,
		`adults receiving any care or support who rate rated rates rating ratings it as excellent good people their the formal received receipt satisfaction quality that was getting`},
	"NI6": {`experience|experiences of care? at|of|with|from|in their|the|a? gp|general practice|practices|surgery; experience|experiences of .. general|gp practice|practices|care; experience of gp|general-practice|primary care; gp experience; positive .. gp|general practice|practices; positive about their|the practice|practices; experience of general practice|gps; positive experience of .. practice|practices|gp|gps; gp practice experience; positive about their|the gp|general practice?; positive about .. gp|general practice|practices|surgery; satisfaction with .. gp|general practice|practices|care; gp care; satisfaction with gps|gp|general practice?; rated their gp practice positively; positive about the|their care .. practice|practices|gp|gps|surgery|surgeries; described .. gp|general practice|practices .. positive terms|positively; care .. gp|general practice|practices in positive terms`,
		`people with had have having got get getting a positive experience experiences of the care at their gp general practice practices patients provided by about satisfied satisfaction who reported rated gave primary good of described positively terms`},
	"NI7": {`quality of life; improved or maintained|maintaining their; improving or maintaining; maintained or improved`,
		`adults receiving receive received supported at home agree agreed that their services and support care had an impact in to improve maintain improving or maintaining improved maintained quality of life who say said felt feel people help was were helped`},
	"NI8": {`carers|carer .. feel|feels|felt|feeling .. supported; carers|carer .. supported .. caring; supported to continue .. caring; supported to continue caring; supported in their caring role; carer .. feel|feels|felt|feeling .. supported; carers supported; carers are|were .. supported; carers .. supported to continue|care|carry; support felt by carers; carers' experience of support; carers feeling supported; feeling supported to continue; carers|carer .. feel|feels|felt|feeling able to carry|go on; carers|carer .. able to carry|go on .. caring|support; supported to go on caring`,
		`carers carer support go able unpaid who feel feels felt feeling supported to continue in their caring role say said agreed that are were being do don't carrying caring care continuing`},
	"NI9": {`felt|feel|feels|feeling .. safe; feeling of safety; felt|feel|feeling safe at home; safe at home; agreed they are|were safe; felt|feel|feeling safer; feelings|feeling|sense of safety|security; perceptions|perception of safety`,
		`adults receiving receive received supported at home agree agreed that they felt feel feels feeling safe who say said people being safer safety of`},
	"NI10": {`recommend .. workplace|work; recommend their workplace`, `staff who say said would recommend their workplace as a good place to work`},
	"NI11": {`premature mortality; premature mortality rate; premature death|deaths; early death|deaths; deaths .. under|before|below .. 75; died|die|dies|dying .. before|under .. 75|seventy-five; died|die|dying early|prematurely; under-75 mortality; mortality under 75; mortality rate under|before 75; mortality .. under 75s; mortality .. under|before|below 75; dying before 75`,
		`people under aged 75 standardised age-standardised mortality rate deaths persons age early premature before the of per`},
	"NI12": {`emergency|unplanned|unscheduled|non-elective hospital|hospitals? admission|admissions; emergency|unplanned|unscheduled admission rate|rates; admitted .. in an emergency; admitted .. as an emergency; admitted as emergencies; admissions in an emergency; emergency hospitalisation|hospitalisations; emergency admissions to hospital; unplanned hospitalisations; unplanned stays begun; admitted unexpectedly; emergencies admitted; admitted to hospital as an emergency|emergencies; admitted to hospital in an emergency; go|goes|went|gone|going|taken|came|come|brought|rushed to|into hospital in|as an? emergency|emergencies`,
		`adults adult to hospital for people admitted aged 18 and over into emergency in an as rate per`},
	"NI13": {`emergency|unplanned|unscheduled hospital? bed days|day; emergency|unplanned|unscheduled bed-days|beddays|bed-day; bed days; bed-days; bed days after|following|from emergency admission|admissions; days .. in hospital after|following an? emergency|unplanned admission|admissions; emergency bed day rate; emergency bed use; occupied bed days; days spent in hospital after an emergency; emergency inpatient days; emergency stays; days .. hospital beds .. emergency; bed use after|following emergency|unplanned admission|admissions; use of emergency|unscheduled beds`,
		`adults adult of in hospital for per emergency used occupied days spent`},
	"NI14": {`readmission|readmissions|re-admission|re-admissions; readmission|readmissions|re-admissions|readmitted .. within 28 days of|after discharge?; readmitted; 28-day readmission|readmissions|re-admissions; readmission|re-admission rate; returned|returning|return to hospital within 28 days|days?; back in hospital within 28 days; emergency readmission|readmissions|re-admissions; readmitted to hospital; readmissions within 28 days|days?; readmission|readmissions to hospital within 28 days of discharge|leaving|discharge?`,
		`to hospital within 28 days of discharge discharges after people patients were being leaving who emergency day home going`},
	"NI15": {`last|final six|6 months of|in life|lives; last|final six|6 months .. at home; last|final half-year|half year of life; end of life .. at home; people's|their last|final six|6 months; last|final six|6 months of their|people's lives|life; end of life spent at home|outwith hospital; time at the end of life; time|days|months spent? at home .. end of life; at home at|towards the end of life`,
		`people outside had spent spend spending time at home or in a community setting of life their own who died die lives proportion the last six months 6 share for were homely being days end-of-life out`},
	"NI16": {`falls; falls rate; fall rate; rate of falls; falls among|in|by|for over-65s|over-65s?; admissions|admission|admitted .. after|following|from|due|for|because .. a? fall; emergency|hospital? admission|admissions after|following|from|for a? fall|falls; emergency|hospital? admission|admissions due to a? fall|falls; emergency|hospital? admission|admissions because of a? fall|falls; emergency|hospital? admission|admissions caused by a? fall|falls; fall-related|falls-related admissions; falls admissions; falling rate of falls; older people who|falling fall|fell; falls by older people; admissions for falls|a fall; falls in over-65s|older people|those; falls per 1,000; go|goes|going|went|gone|taken into|to hospital after|following|because a? fall|falls`,
		`people population go goes going went into hospital aged 65 and or over over-65s 65s older those in per after hospital admission admissions admitted emergency among age to for a fall falling falls who fell 65+ them`},
	"NI17": {`graded|grades|grade .. good|better; care services .. graded|grade|grades; good|'good' or better; grades awarded|given to care services; care service grades; grades of care services; services .. rated|graded .. good or better; graded .. 4|four or better|above|higher; care inspectorate grades|grade; grades of good; inspection grades; grades of good or better; good 4 or better; grades for care services; quality of care services; care service quality; quality of registered care; good grades; gradings; gradings awarded by the care inspectorate`,
		`care services service registered graded grades grade good 4 or better by the care inspectorate inspections inspection in of were was are had rated got given received awarded our four at inspected inspector inspectors`},
	"NI18": {`intensive care? needs|need|support; intensive .. at home; balance of care; adults with intensive .. needs; long-term care at home|needs; intensive needs cared for at home; high care needs .. at home; intensive home care`,
		`adults adult people with intensive care needs need who receive receives received receiving are were being cared for looked after at home living live support social getting own in their social-care long-term helped a supported support community provided`},
	"NI19": {`delayed discharge|discharges; delayed discharge|discharges bed days|rate|days; delayed days; days of delay; delayed bed days; days delayed; days .. delayed in hospital; days .. stuck in hospital; days .. kept in hospital; days .. lost to|through delayed discharge|discharges|delays|delay; bed days .. lost to|through|by|from .. delayed discharge|discharges|delays|delay; delays in|to discharge; discharge delays|delay; delays in leaving hospital; days|time|day .. hospital .. ready|fit|well .. leave|discharged|home|discharge; fit|ready|well|able to leave|go .. days in hospital; fit|ready for discharge .. days in hospital; days .. in hospital awaiting|pending discharge|home; days .. discharge|departure|leaving .. delayed; whose discharge was|is|had been delayed; ready to be discharged; ready to leave|go; ready for discharge; fit for discharge|leave; days .. waiting .. leave hospital; days .. waiting in hospital to go|leave home?; waiting in hospital to go|leave home?; days .. in hospital .. delayed|delay; bed days lost; days lost to delay|delays; waiting to leave hospital; hospital days lost to delay; delay days; delays; days .. held up in hospital; held up in hospital .. days; held up in hospital`,
		`people patients residents older held up whose was been occupied awaiting fit able aged 75 and or over over-75s spent spend days in hospital when they were are ready to be discharged leave per 1,000 lost delayed discharge discharges of for waiting after bed by days older 75+ who well enough home go leaving beds through delay delays spending those day`},
	"NI20": {`spend|spending|expenditure on emergency hospital? stays`, `health and care total where the patient was admitted in an emergency percentage`},
	"NI21": {`discharged to a care home`, `people admitted from home`},
	"NI22": {`discharged .. within 72 hours`, `of being ready people from hospital`},
	"NI23": {`end of life care spend|expenditure|spending`, ``},
}

// matterNames are how people call the matters of regulation 4(2).
var matterNames = map[string]string{
	"4(2)(a)": `hospital? inpatients|inpatient; hospital inpatient care; inpatient hospital? care|services; health care for|to hospital? inpatients; hospital inpatients|inpatient services; inpatients; inpatient care; in-patient care; hospital in-patients; care of hospital? inpatients; hospital inpatient healthcare; inpatient health care; hospital care for inpatients; hospital wards`,
	"4(2)(b)": `other health care; other healthcare; other health services; health care outside hospital|wards|hospitals? wards?; health care other than|excluding|apart that? of? hospital? inpatients|inpatient care?; health care besides|beyond hospital? inpatients|inpatient care?; non-inpatient health care; community and primary? health care; health care outside the? wards|hospital|hospitals`,
	"4(2)(c)": `care homes|home and|or adult placements|placement; care homes; care home places|placements|costs|spending|provision; care home and adult placements|placement; social care with a care home or adult placement; care-home places`,
	"4(2)(d)": `support for|to unpaid? carers; unpaid carers; unpaid carers' support; carers' support; unpaid carers support; supporting unpaid? carers; carer support; social care to support unpaid carers; services for unpaid? carers; carers' services; help for unpaid? carers; supporting carers; support of unpaid? carers; carers; unpaid carer support`,
	"4(2)(e)": `other social care; other social care services; social care other than care homes; remaining social care; the? rest of social care`,
}

// serviceNames are how people call services that many authorities have, next to
// the name that the account gives them, by a word of that name.
var serviceNames = []struct{ has, names string }{
	{"prescribing", `prescribing; gp prescribing; prescribing by gps; prescribing by general practices; prescribing by gp practices; prescribed medicines; primary care prescribing; medicines prescribed by gps; drugs prescribed by gps; general practice prescribing; community prescribing; prescribing in general practice; the prescribing budget; prescriptions`},
	{"care at home", `care at home; home care; homecare; care-at-home; care at home services|service; home care services|service`},
	{"accident and emergency", `accident and emergency; a&e; a and e; emergency department|departments; accident & emergency`},
	{"general medical services", `general medical services; gms; gp contracts; general practice`},
	{"out-of-hours", `hosted? out-of-hours; hosted? out of hours; hosted? out-of-hours care|service|services|gp?; hosted? out-of-hours primary care; out of hours primary care`},
	{"hospital at home", `hospital at home; hospital-at-home`},
	{"district and community nursing", `district and community nursing; community nursing; district nursing; community and district nursing; district nurses`},
	{"direct payments", `direct payments`},
	{"mental health inpatients", `mental health inpatients|wards; mental health inpatient care|services|wards; inpatient mental health; psychiatric wards`},
	{"community hospital inpatients", `community hospital inpatients|wards|beds; community hospitals; community hospital inpatient care|services`},
	{"acute hospital inpatients", `acute hospital? inpatients|wards; acute hospital; acute inpatient care|services; acute hospital inpatient care|services; acute wards; set-aside inpatients`},
	{"alcohol and drug", `alcohol and drug services; drug and alcohol services; addiction services; alcohol and drugs`},
	{"social work", `social work teams; social work; social workers`},
	{"allied health professions", `allied health professions|professionals; ahps; ahp services`},
	{"equipment and adaptations", `equipment and adaptations; adaptations and equipment; equipment`},
	{"supported living", `supported living`},
	{"children and families", ``},
	{"justice", ``},
	{"children's health", ``},
	{"shared lives", ``},
	{"day services", `day services; day care; day centres; day support`},
	{"telecare", `telecare; community alarms`},
	{"care homes for older people", `care homes for older people; older people's care homes; care homes for the elderly`},
	{"care homes for adults under 65", `care homes for adults under 65; care homes for under-65s; care homes for younger adults`},
	{"carers' support", `carers' support services; the carers centre`},
	{"short breaks", `short breaks; short breaks for carers; respite; respite care`},
	{"primary care improvement", `primary care improvement`},
	{"community mental health", `community mental health; community mental health teams|services|team`},
	{"health management and premises", `health management and premises; management and premises`},
	{"older people", `older people; older people's services|care; services for older people; older adults; the elderly`},
	{"learning disability health", `learning disability health team|teams|services|service|staff?`},
	{"learning disability", `adults with a learning disability; adults with learning disabilities; learning disability services|care?; people with a learning disability; people with learning disabilities; learning disabilities; learning disability`},
}

// measureNames are how people call local measures that many authorities have, by
// words of the title, in addition to that; own are words that narrow nothing.
var measureNames = []struct{ has, names, own string }{
	{"emergency admissions, all ages", ``, ``},
	{"bed days, all ages", ``, ``},
	{"bed days of delayed discharge", ``, ``},
	{"emergency departments", `attendances at|in|to a&e; a&e attendances; attendances at|in|to accident and emergency; accident and emergency attendances; emergency department|departments attendances; attended a&e`, `a&e accident and emergency department departments attended came were`},
	{"developmental concern", `developmental concern|concerns; concern|concerns about .. development`, `children child their review reviews month months check at of were had have found noted recorded identified toddlers toddler`},
	{"last six months", ``, `setting`},
	{"live at home", ``, ``},
	{"carer support plans off", `timely|prompt|punctual offer|offers of a? adult? carer|carer's|carers|carers' support plan|plans; offer|offers of adult? carer|carers' support plans in|on time; timely|prompt offer|offers of support plans to carers; carer|carers' support plans offered in|on time`, `timely prompt punctual time offer offers`},
	{"payback orders", `payback orders|order`, `community completed were justice unpaid`},
	{"looked after", `looked after away from home; looked-after away from home; looked-after children|child living|placed|cared? for? away from home`, `children child number there were at july of looked-after`},
	{"sickness absence", `absence|absences due|owing to sickness; absence|absences from|through|because sickness; time lost to sickness; sickness; staff absence; absence rate; staff sickness; sickness|absence levels; absence`, `averaged average rate levels staff employees working time days lost due through among our attendance`},
	{"vacan", `vacancies; vacancy rate|level?; vacant posts; posts vacant|unfilled; unfilled posts; posts .. vacant`, `posts post staff rate level at 31 march were stood stand are of all every hundred`},
	{"engagement", `employee|staff engagement index|score?; engagement index|score; engagement of|among our|the? staff|employees|workforce`, `employee employees staff index score survey annual our measured by points point imatter`},
	{"savings", `savings made|achieved|delivered?; savings programme`, `made achieved delivered found programme in the year planned`},
	{"support plans made", `adult? carer support plans; support plans made|completed|agreed for? carers?; carers' support plans; support plans for carers; wrote|writes|written .. support plans`, `wrote centre carers completed made agreed prepared drawn up written for unpaid new`},
	{"wait for an adult carer support plan", `wait|waits for a|an|their adult? carer? support plan|plans; waited for a|an|their adult? carer? support plan; carers .. waited; waited .. support plan; carers .. wait|waiting .. support plan|plans; wait|waits .. support plan|plans; carer? support plan|plans took|takes|take`, `carers carer unpaid people waited wait waits average weeks had to they their`},
	{"link worker", `link workers|worker; community link workers|worker; seen by a link worker`, `seen saw referred within three weeks being people started of those waits waiting`},
	{"alcohol and drug services", `alcohol and drug treatment|services; drug and alcohol treatment|services; alcohol and drug waiting times; started .. treatment`, `treatment waits waiting started start starting begin began begun within three weeks referral seen saw people`},
	{"adult protection inquiries", `adult protection inquiries|enquiries; adult support and protection inquiries|enquiries; protection inquiries`, `timescale timescales within the completed on time timely timeliness prompt promptly punctual deadline of were all`},
	{"temporary accommodation", `temporary accommodation; time|days|stay|stays in temporary accommodation; spent|spend on average .. in temporary accommodation`, `households household stay stays spent spend average lived homeless days length an of`},
	{"benefits gained", `benefits gained; money advisers|advice .. households|people|families|benefits; benefit gains; income gained; money advisers|advice .. better off; households|people|families|clients .. better off; better off .. money advice|advisers`, `gp practices practice surgeries local households people families gain gained gains helped helping won secured claim benefits benefit money advisers advice income of by through to in`},
	{"supervision", `supervision on time; supervision`, `on time staff social care had were held of in the compliance rate for regular`},
	{"waiting for care at home", `waiting for|on care at home|homecare; waiting for home care; waiting for .. care at home; awaiting .. care at home; waiting|awaiting .. package of care|home; awaiting .. package; waiting list for care at home|home care; list|queue for care at home|homecare; list|queue for home care; wait|waits|waited|queue|queueing for care at home|homecare; wait|waits|waited for home care; wait|waiting|waits for a home carer; care at home|homecare list|queue; home care list|queue; on the list for care at home|homecare`, `package packages individuals awaiting of start waiting were number people list awaiting a to be still`},
}

// countNames are what the report itself counts.
var countNames = map[string]struct{ title, names, own string }{
	"recommendations": {"recommendations", `recommendation|recommendations`, `made by inspectors inspections inspection during accepted arising were was been have has had in the year or from ended led to of these care inspectorate healthcare improvement scotland year's issued received given from scrutiny bodies inspectors' inspected twice inspectors with by action actions plan`},
	"inspections":     {"inspections that led to recommendations", `inspections; inspection reports; scrutiny inspections`, `recommendations that led to ended in with during the year made resulted there were carried out care inspectorate healthcare improvement scotland`},
	"decisions":       {"significant decisions", `significant decisions|decision; decisions outside the plan; section 36 decisions`, `outside outwith beyond the strategic plan were was taken made in during year board by one the or section 36 applies which once twice`},
	"localities":      {"localities", `localities; locality areas`, `the board area is divided into plan divides strategic has in our there are of has identifies with split live people its made up across comprises covers delivered serves`},
	"outcomes":        {"", ``, ``},
}

// WordsOf are the words of a name as tokens have them.
func WordsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(name, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' && r != '&'
	})
}
