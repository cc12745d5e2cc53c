package main

// Cost elements of Carrickmoor Council's ledger by kind of cost centre.
var (
	careHome = kind{
		{"0410010", "Salaries, care staff", 74, 68.5},
		{"0410040", "Overtime and enhancements", 5, 7.2},
		{"0410050", "Employer's national insurance", 8.4, 8.1},
		{"0410060", "Employer's superannuation", 13, 12.4},
		{"0410090", "Agency staff", 1.5, 6.4},
		{"0421010", "Repairs, property", 2.4, 2.6},
		{"0421040", "Energy", 4.1, 4.6},
		{"0432010", "Provisions, catering", 5.2, 5.5},
		{"0432080", "Other supplies, general", 2.2, 2.2},
		{"0432060", "Cleaning, laundry and hygiene", 2.1, 2.2},
		{"0432070", "Medical supplies, gloves and aprons", 0.9, 1},
		{"0421020", "Rates and water", 1.8, 1.8},
		{"0910020", "Client contributions, residential", -15.8, -16},
	}
	placements = kind{
		{"0451010", "Care homes, national contract", 101, 102},
		{"0451020", "Care homes, enhanced rates", 8.5, 9.3},
		{"0451030", "Free personal care, self-funders", 7.6, 7.8},
		{"0451040", "Free nursing care", 2.6, 2.7},
		{"0451050", "Care homes, interim placements", 1.6, 2.1},
		{"0910020", "Client contributions, residential", -18.4, -18.6},
		{"0910030", "Deferred payment income", -1.3, -1.2},
	}
	sharedLives = kind{
		{"0410010", "Salaries, care staff", 17, 16.6},
		{"0410060", "Employer's superannuation", 3.2, 3.1},
		{"0452010", "Shared Lives carers, fees", 69, 69},
		{"0452020", "Shared Lives carers, breaks", 8.4, 8.3},
		{"0441010", "Staff travel, mileage", 2.4, 2.3},
	}
	homeCare = kind{
		{"0410010", "Salaries, care staff", 66, 62.4},
		{"0410040", "Overtime and enhancements", 4.2, 6.6},
		{"0410050", "Employer's national insurance", 7, 6.9},
		{"0410060", "Employer's superannuation", 12, 11.6},
		{"0410090", "Agency staff", 0.8, 3.9},
		{"0432050", "Uniforms, protective equipment", 0.9, 0.9},
		{"0441010", "Staff travel, mileage", 9.1, 9.4},
		{"0441030", "Vehicle leases and fuel", 2.8, 3},
		{"0432095", "Mobile telephones, scheduling system", 1.1, 1.1},
		{"0411010", "Training, registration fees", 0.7, 0.5},
		{"0910040", "Client contributions, non-residential", -1.1, -1.1},
	}
	purchasedCare = kind{
		{"0453010", "Care at home, framework providers", 88, 91.2},
		{"0453020", "Care at home, spot purchase", 7, 10.8},
		{"0453030", "Care at home, rural supplement", 6.4, 7.1},
		{"0453040", "Care at home, double-up visits", 4.4, 5.1},
		{"0453050", "Care at home, overnight", 2.1, 2.3},
		{"0910040", "Client contributions, non-residential", -1.4, -1.4},
	}
	supported = kind{
		{"0454010", "Supported living, core support", 71, 71.4},
		{"0454020", "Supported living, sleepovers", 18, 18.6},
		{"0454030", "Supported living, one-off packages", 12, 12.6},
		{"0454040", "Supported living, technology enabled care", 1.1, 1.2},
		{"0454050", "Supported living, transport", 1.4, 1.3},
		{"0910050", "Health board contribution, complex care", -1.8, -1.8},
		{"0910060", "Housing benefit, support element", -0.6, -0.6},
	}
	dayCentre = kind{
		{"0410010", "Salaries, care staff", 60, 57.4},
		{"0410060", "Employer's superannuation", 10.4, 9.9},
		{"0421010", "Repairs, property", 3, 3.1},
		{"0421040", "Energy", 4.4, 4.8},
		{"0432010", "Provisions, catering", 3.1, 2.8},
		{"0442010", "Client transport, contracts", 20.6, 19.2},
		{"0410050", "Employer's national insurance", 6.2, 5.9},
		{"0432060", "Cleaning, laundry and hygiene", 1.2, 1.2},
		{"0432020", "Activities, materials", 0.9, 0.7},
		{"0910040", "Client contributions, non-residential", -1.6, -1.4},
	}
	direct = kind{
		{"0455010", "Direct payments, option 1", 86, 87.2},
		{"0455020", "Individual service funds, option 2", 17, 17.6},
		{"0455030", "Direct payments, one-off budgets", 2, 2.1},
		{"0455040", "Payroll and support service, contract", 1.5, 1.5},
		{"0455090", "Direct payments, recovered balances", -3, -3.2},
	}
	voluntary = kind{
		{"0456010", "Grants, voluntary organisations", 82, 81.4},
		{"0456020", "Support plans, commissioned", 16, 15.4},
		{"0456030", "Service level agreements", 9, 8.9},
		{"0456040", "Information and advice, contracts", 3, 2.9},
		{"0432080", "Other supplies, general", 2, 1.9},
	}
	breaks = kind{
		{"0457010", "Short breaks, residential", 63, 61.2},
		{"0457020", "Short breaks, at home", 28, 27.4},
		{"0457030", "Short breaks, vouchers", 10, 10.3},
		{"0457040", "Short breaks, emergency", 3, 3.1},
		{"0457050", "Short breaks, transport", 1, 0.9},
		{"0910070", "Waived charges, carers", -1, -1},
	}
	officeTeam = kind{
		{"0410020", "Salaries, professional", 76, 66.9},
		{"0410050", "Employer's national insurance", 8.8, 7.9},
		{"0410060", "Employer's superannuation", 13.4, 12.1},
		{"0410090", "Agency staff", 0.4, 2.2},
		{"0441010", "Staff travel, mileage", 2.2, 2},
		{"0432090", "Printing, postage and telephones", 0.8, 0.7},
		{"0461010", "Legal fees, guardianship", 1.1, 1.2},
		{"0411010", "Training, registration fees", 0.6, 0.4},
		{"0410040", "Overtime and enhancements", 0.5, 0.9},
		{"0462010", "Interpreting, translation", 0.2, 0.2},
	}
	equipment = kind{
		{"0410020", "Salaries, professional", 22, 21.3},
		{"0433010", "Community equipment, purchase", 44, 46},
		{"0433020", "Community equipment, recycling", 9, 9.2},
		{"0433030", "Adaptations, minor", 27, 27.6},
		{"0410060", "Employer's superannuation", 4, 3.9},
		{"0441030", "Vehicle leases and fuel", 2.1, 2.2},
		{"0910080", "Contribution, housing account", -2, -2},
	}
	telecare = kind{
		{"0410010", "Salaries, care staff", 41, 39.6},
		{"0410050", "Employer's national insurance", 4.2, 4.1},
		{"0410060", "Employer's superannuation", 7.1, 6.9},
		{"0433040", "Digital alarm units, conversion", 24, 25.2},
		{"0433050", "Sensors, falls and movement", 11, 11.1},
		{"0434010", "Call handling, contract", 17, 16.8},
		{"0441030", "Vehicle leases and fuel", 3.2, 3.2},
		{"0910040", "Client contributions, non-residential", -7.5, -7.4},
	}
)

// carrickmoor is Carrickmoor Council's part.
var carrickmoor = []service{
	{"Care homes for older people", 23_900_000, 24_338_915_62, []centre{
		{"0010411010", "Kirkmoor House, care home", 2.1, 2.19, careHome, winter},
		{"0010411020", "Glenside Lodge, care home", 1.75, 1.83, careHome, winter},
		{"0010411030", "Harbour View, Port Carrick, care home", 1.55, 1.64, careHome, winter},
		{"0010411110", "Care home placements, older people, Strathmoor", 8.3, 8.39, placements, even},
		{"0010411120", "Care home placements, older people, Glenside", 5.9, 5.98, placements, even},
		{"0010411130", "Care home placements, older people, Carrick Coast", 4.3, 4.31, placements, even},
	}},
	{"Care homes for adults under 65", 4_350_000, 4_421_806_17, []centre{
		{"0010412010", "Care home placements, learning disability", 3.1, 3.17, placements, even},
		{"0010412020", "Care home placements, other adults", 1.25, 1.25, placements, even},
	}},
	{"Shared Lives (adult placement)", 1_080_000, 1_054_233_48, []centre{
		{"0010413010", "Shared Lives", 1, 1, sharedLives, even},
	}},
	{"Care at home", 18_600_000, 20_012_774_93, []centre{
		{"0010421010", "Care at home, council team, Strathmoor", 3.9, 4.02, homeCare, growing},
		{"0010421020", "Care at home, council team, Glenside", 2.8, 2.95, homeCare, growing},
		{"0010421030", "Care at home, council team, Carrick Coast", 2.9, 3.17, homeCare, growing},
		{"0010421110", "Care at home, purchased, Strathmoor", 3.3, 3.62, purchasedCare, growing},
		{"0010421120", "Care at home, purchased, Glenside", 2.5, 2.74, purchasedCare, growing},
		{"0010421130", "Care at home, purchased, Carrick Coast", 1.9, 2.23, purchasedCare, growing},
		{"0010421210", "Reablement service", 1.3, 1.28, homeCare, even},
	}},
	{"Supported living", 12_400_000, 12_608_341_55, []centre{
		{"0010422010", "Supported living, learning disability, Strathmoor", 5.6, 5.7, supported, even},
		{"0010422020", "Supported living, learning disability, Glenside", 3.9, 3.95, supported, even},
		{"0010422030", "Supported living, learning disability, Carrick Coast", 2.9, 2.96, supported, even},
	}},
	{"Day services", 5_200_000, 4_921_690_24, []centre{
		{"0010423010", "Day care, older people, Strathmoor", 0.85, 0.8, dayCentre, even},
		{"0010423020", "Day care, older people, Glenside", 0.6, 0.57, dayCentre, even},
		{"0010423030", "Day care, older people, Carrick Coast", 0.45, 0.41, dayCentre, even},
		{"0010423110", "Day opportunities, learning disability, Strathmoor", 1.6, 1.53, dayCentre, even},
		{"0010423120", "Day opportunities, learning disability, Glenside", 1, 0.95, dayCentre, even},
		{"0010423130", "Day opportunities, learning disability, Carrick Coast", 0.7, 0.66, dayCentre, even},
	}},
	{"Direct payments", 6_200_000, 6_329_518_40, []centre{
		{"0010424010", "Direct payments, older people", 2.3, 2.36, direct, growing},
		{"0010424020", "Direct payments, learning disability", 2.6, 2.63, direct, growing},
		{"0010424030", "Direct payments, other adults", 1.3, 1.34, direct, growing},
	}},
	{"Carers' support", 1_310_000, 1_266_480_79, []centre{
		{"0010431010", "Carers' centre, commissioned support", 0.86, 0.85, voluntary, even},
		{"0010431020", "Carers' budgets, self-directed support", 0.45, 0.42, direct, growing},
	}},
	{"Short breaks for carers", 1_690_000, 1_641_927_36, []centre{
		{"0010432010", "Short breaks, older people", 0.98, 0.95, breaks, even},
		{"0010432020", "Short breaks, learning disability", 0.71, 0.69, breaks, even},
	}},
	{"Social work teams", 7_350_000, 6_563_107_81, []centre{
		{"0010441010", "Adult social work team, Strathmoor", 2.3, 2.07, officeTeam, even},
		{"0010441020", "Adult social work team, Glenside", 1.6, 1.42, officeTeam, even},
		{"0010441030", "Adult social work team, Carrick Coast", 1.25, 1.06, officeTeam, even},
		{"0010441110", "Hospital social work team", 0.8, 0.74, officeTeam, even},
		{"0010441120", "Adult support and protection", 0.6, 0.55, officeTeam, even},
		{"0010441130", "Mental health officers", 0.8, 0.73, officeTeam, even},
	}},
	{"Equipment and adaptations", 2_450_000, 2_491_266_02, []centre{
		{"0010442010", "Joint equipment store, loans and recycling", 1.25, 1.28, equipment, even},
		{"0010442020", "Adaptations, housing and minor works", 1.2, 1.21, equipment, even},
	}},
	{"Telecare", 980_000, 966_004_37, []centre{
		{"0010443010", "Community alarm and telecare", 1, 1, telecare, even},
	}},
	{"Mental health and recovery support", 2_650_000, 2_588_139_90, []centre{
		{"0010444010", "Mental health support, commissioned", 1.75, 1.71, voluntary, even},
		{"0010444020", "Alcohol and drug support, commissioned", 0.9, 0.88, voluntary, even},
	}},
	{"Management and commissioning", 733_640, 611_359_15, []centre{
		{"0010449010", "Partnership management, council", 0.45, 0.37, officeTeam, even},
		{"0010449020", "Commissioning, contracts and quality", 0.28, 0.24, officeTeam, even},
	}},
}
