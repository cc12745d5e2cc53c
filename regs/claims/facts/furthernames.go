package facts

import "sync"

// further are more names, as synonyms are; furtherSpoken are more that people use loosely, as
// spoken are.
var (
	Further = sync.OnceValue(func() map[string]calls {
		return map[string]calls{
			"NI3":  {`say in how .. help|support|care is|was given; say|voice in the care|support they got|get|had|received; say|voice in the? planning|arranging of their care|support`, `got received planning arranging`},
			"NI6":  {`asked about .. care of|from|by their|the|a gp|doctor|gps|practice|practices|surgery; answered|replied positively about .. gp|doctor|practice|surgery`, `asked answered replied positively about care of their`},
			"NI8":  {`carers .. feeling supported; people who look after .. feel|felt .. support|supported|supports; looks|look|looking after .. relative|somebody|someone .. feel|felt .. support|supported`, `look after relative feel that we support them only`},
			"NI4":  {`help at home say|find their .. services work|works|worked well? together; services .. work|works|worked well? together`, `work works worked well together find finds found services`},
			"NI5":  {`care|support say|says|said it|that is|was|it good|excellent or excellent|good|is; say|says|said .. good or excellent; rate|rates|rated it|them as? excellent|good or good|excellent`, `say says said it is was get gets`},
			"NI9":  {``, `get gets getting have has help helped who`},
			"NI13": {`unplanned|emergency|unscheduled bed use; bed use .. emergency|unplanned; time|days|nights in hospital after|following an? emergency; unplanned|emergency|unscheduled stays .. bed|beds days|day`, `time stays took up`},
			"NI14": {`back in hospital? within 28 days; back within 28|four days|weeks; out of hospital .. back within; readmission to hospital within 28 days|four weeks; left hospital .. returned|back|readmitted in|within|inside`, `left leave leaves leaving patients returned inside rate back out`},
			"NI16": {`falls requiring|needing|leading to? admission|hospital; falls that|which? required|needed|led|ended to|in? admission|hospital|a; fall-related admissions|admission; admission|admissions rate? for|after falls|falling`, `requiring needing admission to`},
			"NI19": {`days of? delay in hospital; delayed days; delayed|delay days per; hospital days lost to delay|delays; beds .. tied up .. waiting; delays took; bed days .. lost to delay|delays; loses|lose|losing|lost .. days to delay|delays`, `lost to delay lose loses losing`},

			"alcohol and drug services":            {`prompt|timely|swift|speedy|rapid|quick access to|for|of|by? alcohol and drug services|treatment; prompt|timely|swift treatment for alcohol and|or drugs|drug`, `prompt timely swift speedy rapid access inside`},
			"benefits gained":                      {`benefits won|secured|gained|obtained|claimed for|by|with? households|families|people .. advisers|advice|adviser; unclaimed benefits .. households|families|pockets; benefits for|to local? households|families .. money? advisers|advice; won|secured .. in|of? benefits for .. households|families; better off in|through|by benefits; put|puts .. in|into the? pockets`, `won secured obtained claimed unclaimed pockets pocket extra our worth better off work`},
			"emergency admissions, all ages":       {`people of|at all|any|every ages|age .. admitted|rushed|emergencies; all|any|every ages|age .. admitted|rushed`, `admitted as emergencies times rushed people of all ages`},
			"bed days, all ages":                   {`unplanned|emergency|unscheduled stays .. bed|beds days|day`, `stays took up`},
			"emergency departments":                {`visits to a&e|casualty|the; attendances at the emergency department|departments`, ``},
			"payback orders":                       {`community? payback orders seen through; payback orders .. seen through; payback orders .. to|at the|their end|conclusion|finish; orders of community payback`, `seen through to their the end conclusion finish made`},
			"developmental concern":                {`worry|worries|worried about|over their development; developmental concern|concerns .. children|toddlers; toddlers .. developmental concern|concerns; concern .. development .. toddlers|children`, `reviewed showed shown showing toddlers`},
			"looked after":                         {`children living|lived|placed|cared away|for from? home?; living away from home`, `living lived placed cared`},
			"supervision":                          {`supervision .. on schedule|time; supervision .. to|on schedule`, `schedule took place`},
			"temporary accommodation":              {`temporary homes|housing|flats|lodgings; days in temporary homes|housing|flats`, `flats lodgings homes housing`},
			"sickness absence":                     {`time off through|with|for illness|sickness; time off sick; absence through illness|ill; absence for|from|due illness|to?`, `off illness took up working hours`},
			"engagement":                           {`engagement score; staff engagement; employees' engagement; engagement of|among employees|staff`, `derived from score`},
			"savings":                              {`savings banked|realised|secured|found; savings .. were banked|realised|found; savings|delivery .. savings requirement`, `banked realised secured requirement`},
			"link worker":                          {`appointment|appointments with a|their? link worker|workers; link workers saw|met|meet|see; sent to .. link worker|workers`, `appointment appointments first sent inside got`},
			"waiting for care at home":             {`queue for care at home|homecare; list for care at home|homecare; assessed .. waiting for care at home|homecare; waiting list for care at home`, `queue queued assessed lived list on the still who had been`},
			"wait for an adult carer support plan": {`wait .. for|before their|a|an carers?? support? plan; carers wait|waited|waiting .. for their|a plan; support plans take|takes|took .. weeks`, `their plan plans now put together take takes took weeks`},
		}
	})
	FurtherSpoken = map[string]calls{
		"NI6": {`happy|satisfied with the|their care at|from their|the gp|general|doctor's? practice|surgery; general practice .. positive|verdict|marks; verdict on|of general|their practice|gp; thumbs-up|praise for|from|to .. surgery|surgeries|practice|practices|gp; surgeries|surgery|practices|practice .. thumbs-up|praise; asked .. gp|practice|surgery|doctor|doctors .. positive|happy|satisfied|content`,
			`patients patient general positive verdict earned from thumbs-up replies gave their answer answers asked about were gp practice doctor happy satisfied content`},
	}
)

// furtherServices are more names of services and care groups, by the words of their titles.
var furtherServices = map[string]string{
	"direct payments":           `payments made? direct|directly to people|families; self-directed support payments; payments that people arrange their own care with`,
	"allied health professions": `allied health; therapists' services; the therapies; physiotherapy and the other therapies`,
	"social work":               `fieldwork; social workers; social work staffing`,
	"out-of-hours":              `the out-of-hours|evening service; evening and weekend doctors; the gp out-of-hours service`,
	"day services":              `day centres and day services; day opportunities`,
	"supported living":          `supported tenancies; people|support in their own tenancies`,
	"learning disability":       `the learning disability care? group; people who have a learning disability`,
	"older people":              `the older people's care? group; people aged 65 and over; care of the elderly`,
	"telecare":                  `telecare and alarms; alarms and telecare`,
}
