package facts

// Synonyms are further names, by an indicator's code or the words of measureNames, with the
// words that they have and that narrow nothing.
var Synonyms = map[string]calls{
	"NI1":  {`we .. look after our own? health; of us .. look after our own? health`, `we us our own`},
	"NI5":  {``, `users user services`},
	"NI6":  {`practices|gp|gps .. experience of them was positive; experience of their surgery|practice`, `whose them`},
	"NI8":  {`carers' support .. to continue`, `adult`},
	"NI11": {`die|dies|died|dying before their time; deaths|death before their time; die|dies|died|dying too young`, `here people time young`},
	"NI13": {`days in a? bed|beds after|following an? emergency|unplanned admission|admissions`, `up`},
	"NI14": {`return|returns|returned|returning|come|comes|coming|came|go|went back? to hospital in|within the? four weeks after|of discharge|leaving|being; return|returns|returned|returning|come|comes|coming|came|go|went back? to hospital in|within 28 days after|of discharge|leaving|being; back in hospital in|within four weeks; returned|returning to hospital within a month`, `four weeks month`},
	"NI15": {`last|final half-year at? home?; last|final half year at? home?; their|people's last|final half-year; their|people's last|final half year`, ``},
	"NI16": {`go|goes|going|went|gone|taken|brought|admitted into|to hospital because of|with a? fall|falls; admitted .. after falling; admissions .. after falling; admitted .. because of a|their fall; admissions .. because of a fall; falls .. older people admitted`, `falling because of had have need needed with`},
	"NI17": {`judged|found|rated|assessed|considered to? be? good or better; good or better .. care services|inspectors; care services|inspectors .. good or better; inspectors' grades; grades of its registered services; grades of|for our|the|its care services`, `judged found assessed considered inspectors`},
	"NI18": {`people|adults with intensive needs; intensive needs .. at home; intensive care at home`, ``},
	"NI19": {`days .. in hospital when they could have gone|been home|elsewhere; days of delay among; days .. after being declared|found|judged fit; days .. whose discharge was delayed; bed days taken up by .. delayed; time delayed|stuck|waiting in hospital`, `among declared fit beds taken up`},

	"supervision":                          {`supervised; supervision sessions; sessions .. on time; supervised on time`, `sessions session supervised take took taken taking place`},
	"vacan":                                {`posts with nobody|no-one|noone in them; posts had|have nobody|no-one in them; posts stood|stand|standing|were|lay|lying|left empty|vacant; empty posts; posts without a holder; posts with no holder; posts .. unfilled`, `with nobody in them empty had have holder without`},
	"support plans made":                   {`support plans with adult? unpaid? carers|carer; carers' plans; plans with|for adult? unpaid? carers`, `with drew drawn centre our teams team own adult`},
	"wait for an adult carer support plan": {`takes|took|take|taken .. to get|have|obtain|receive|see a|an|their|the adult? carer? support plan|plans; carers who asked|ask|asking|applied|apply|applying for a? plan; wait|waits|waiting for a carers'? plan; carers .. wait|waits|waited|waiting for a? plan; carers .. had to wait; support plan a carer waits|waited; support plan carers wait|waited`, `asked ask asking applied for a plan took takes take to get`},
	"link worker":                          {`referred .. link worker|workers; met a link worker; see|seeing a link worker`, `referred inside three weeks had been seen`},
	"waiting for care at home":             {`waiting|waits|waited .. for|on somebody|someone to help them at home; queue for care at home|homecare; waiting .. help at home; queue|list .. care at home`, `queue somebody someone to help them stood list`},
	"engagement":                           {`index of engagement|staff`, `drawn from of the`},
	"temporary accommodation":              {`households without a home of their own; homeless households .. temporary`, `without home own their stayed spending spends time`},
	"benefits gained":                      {`money advisers|advice .. households|people|families .. claim|gain; households|families|people .. claim .. money advisers|advice`, `sitting based working surgeries helped to claim`},
	"savings":                              {`savings to the value of; savings worth|of`, `value worth`},
	"emergency admissions, all ages":       {`unplanned|unscheduled admissions .. all|any|every age|ages; emergency admissions of people of all ages; emergency admissions at all ages; emergency admissions of every age; emergency admissions .. all ages`, `people of all ages age every`},
	"bed days, all ages":                   {`unscheduled bed days for|of people of all ages; unscheduled bed days .. all ages`, `people for of all ages`},
	"bed days of delayed discharge":        {`bed days that delayed discharge cost; bed days lost to delayed discharge; bed days of delay`, `cost lost board`},
	"live at home":                         {`older people|residents|adults who? live|lives|living|lived at|in home|their; over-65s .. live|lives|living|lived at home; part of our over-65s .. at home`, `part of our over-65s 65 65s who with or without support`},
	"adult protection inquiries":           {`asp inquiries .. in|on time; asp inquiries`, `asp`},
	"emergency departments":                {`ed attendances|visits; attendances at ed; emergency departments .. attendances; attendances at a&e; attendances at accident and emergency`, `seeing us`},
}
