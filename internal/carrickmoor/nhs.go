package main

// Accounts of NHS Moorland's ledger by kind of cost centre. Where spend departs
// from the plan the weights say why: vacancies in substantive posts, bank and
// agency nursing in their place, drug prices.
var (
	ward = kind{
		{"21010", "Consultants", 9, 8.6},
		{"21050", "Other medical staff", 6, 5.8},
		{"21510", "Nursing - registered", 47, 39.5},
		{"21520", "Nursing - unregistered", 17, 16},
		{"21590", "Nursing - bank", 2.5, 6.5},
		{"21595", "Nursing - agency", 0.5, 7.9},
		{"24010", "Administrative and clerical", 2.4, 2.2},
		{"25010", "Domestic and portering", 5, 4.9},
		{"31010", "Drugs", 6.2, 6.6},
		{"31510", "Surgical sundries", 2.6, 2.7},
		{"33010", "Catering and hotel services", 2.2, 2.2},
		{"92010", "Other operating income", -0.4, -0.4},
	}
	emergency = kind{
		{"21010", "Consultants", 21, 20.1},
		{"21050", "Other medical staff", 20, 20.9},
		{"21510", "Nursing - registered", 41, 39.8},
		{"21520", "Nursing - unregistered", 7, 6.8},
		{"21590", "Nursing - bank", 1.5, 3},
		{"24010", "Administrative and clerical", 4, 3.8},
		{"31010", "Drugs", 2.5, 2.6},
		{"31510", "Surgical sundries", 3.2, 3.3},
		{"32010", "Medical equipment", 0.8, 0.7},
		{"91510", "Income from other boards", -1, -1},
	}
	nursing = kind{
		{"21510", "Nursing - registered", 74, 69.5},
		{"21520", "Nursing - unregistered", 13, 12.4},
		{"21590", "Nursing - bank", 1.2, 3.4},
		{"24010", "Administrative and clerical", 2.6, 2.3},
		{"31010", "Drugs", 1, 1.1},
		{"31510", "Surgical sundries", 3.7, 4.1},
		{"35010", "Travel and subsistence", 4, 3.9},
		{"37010", "Staff training", 0.5, 0.3},
	}
	therapy = kind{
		{"22010", "Allied health professionals", 84, 79.5},
		{"22050", "Allied health support staff", 8, 8.2},
		{"24010", "Administrative and clerical", 3.4, 3.2},
		{"32010", "Medical equipment", 1.8, 2},
		{"35010", "Travel and subsistence", 2.4, 2.3},
		{"37010", "Staff training", 0.6, 0.4},
		{"92010", "Other operating income", -0.2, -0.2},
	}
	mental = kind{
		{"21010", "Consultants", 22, 18.8},
		{"21060", "Locum medical staff", 0.5, 4.6},
		{"21510", "Nursing - registered", 44, 42},
		{"22510", "Psychologists", 14, 12.6},
		{"22010", "Allied health professionals", 8, 7.6},
		{"24010", "Administrative and clerical", 5, 4.8},
		{"31010", "Drugs", 2.4, 2.6},
		{"35010", "Travel and subsistence", 2.3, 2.2},
		{"45010", "Payments to voluntary organisations", 2, 2},
	}
	practices = kind{
		{"41010", "GMS global sum", 71, 71},
		{"41020", "GMS premises reimbursement", 12, 12.1},
		{"41030", "GMS enhanced services", 9, 9.1},
		{"41040", "GMS locum reimbursement", 3, 3.2},
		{"41050", "GMS information technology", 5, 4.9},
	}
	dental = kind{
		{"41510", "Dental item of service fees", 68, 67.5},
		{"41520", "Dental continuing care payments", 25, 25.1},
		{"41530", "Dental practice allowances", 22, 22},
		{"91010", "Patient charges, dental", -15, -14.6},
	}
	salariedDental = kind{
		{"21080", "Salaried dentists", 47, 45.6},
		{"21520", "Dental nurses", 31, 30.8},
		{"22060", "Dental therapists and hygienists", 9, 8.7},
		{"24010", "Administrative and clerical", 6, 5.8},
		{"31520", "Dental materials and laboratory work", 8, 8.3},
		{"32010", "Medical equipment", 2, 2.1},
		{"91010", "Patient charges, dental", -3, -2.9},
	}
	pharmacy = kind{
		{"43010", "Pharmacy establishment payments", 34, 34},
		{"43020", "Pharmacy First and core services", 51, 51.3},
		{"43030", "Pharmacy dispensing pool", 15, 15},
	}
	ophthalmic = kind{
		{"42010", "Eye examination fees", 83, 83.2},
		{"42020", "Optical vouchers", 17, 16.9},
	}
	drugs = kind{
		{"44010", "GP prescribing - gross ingredient cost", 94, 97.6},
		{"44020", "Short supply and tariff price changes", 3, 6.2},
		{"44030", "Appliances and dressings", 8, 8.2},
		{"44040", "Prescribing by nurses and pharmacists", 2, 2.1},
		{"44050", "Discounts and rebates", -7, -6.4},
	}
	prescribingTeam = kind{
		{"23010", "Pharmacy staff", 88, 86},
		{"24010", "Administrative and clerical", 6, 5.8},
		{"35010", "Travel and subsistence", 3, 2.6},
		{"36510", "Software licences", 3, 3},
	}
	commissioned = kind{
		{"21510", "Nursing - registered", 38, 36.4},
		{"21010", "Consultants", 8, 7.8},
		{"24010", "Administrative and clerical", 6, 5.7},
		{"31010", "Drugs", 7, 7.4},
		{"35010", "Travel and subsistence", 2, 1.9},
		{"45010", "Payments to voluntary organisations", 40, 40},
		{"92010", "Other operating income", -1, -1},
	}
	primaryCare = kind{
		{"23010", "Pharmacy staff", 33, 31.6},
		{"22010", "Allied health professionals", 21, 20.2},
		{"21510", "Nursing - registered", 29, 27.9},
		{"24020", "Community link workers", 10, 10},
		{"24010", "Administrative and clerical", 4, 3.9},
		{"31510", "Surgical sundries", 3, 3.1},
	}
	outOfHours = kind{
		{"21070", "Sessional general practitioners", 58, 61},
		{"21510", "Nursing - registered", 22, 20.4},
		{"24010", "Administrative and clerical", 11, 10.6},
		{"31010", "Drugs", 2, 2},
		{"35020", "Vehicle leases and drivers", 8, 8.1},
		{"91510", "Income from other boards", -1, -1},
	}
	management = kind{
		{"24510", "Senior managers", 34, 33.4},
		{"24010", "Administrative and clerical", 27, 24.2},
		{"34010", "Heat, light and power", 14, 15.1},
		{"36010", "Property maintenance", 15, 15.2},
		{"36510", "Software licences", 8, 8.2},
		{"35010", "Travel and subsistence", 2, 1.6},
	}
)

// moorland is NHS Moorland's part. The letter of a cost centre is its division,
// the first figure its locality: 1 Strathmoor, 2 Glenside, 3 Carrick Coast, 0
// for services to the whole area.
var moorland = []service{
	{"Acute hospital inpatients (set-aside)", 21_894_000, 22_641_318_27, []centre{
		{"S01010", "Acute Medical Assessment - MRI", 4.1, 4.2, ward, winter},
		{"S01020", "General Medicine Wards - MRI", 6.9, 7.1, ward, winter},
		{"S01030", "Geriatric Medicine Wards - MRI", 5.6, 5.9, ward, winter},
		{"S01040", "Respiratory Medicine - MRI", 2.7, 2.8, ward, winter},
		{"S01050", "Rehabilitation Medicine - MRI", 2.6, 2.6, ward, even},
	}},
	{"Accident and emergency (set-aside)", 5_320_000, 5_341_902_64, []centre{
		{"S02010", "Emergency Department - MRI", 4.4, 4.43, emergency, winter},
		{"S02020", "Minor Injuries Units", 0.92, 0.91, emergency, even},
	}},
	{"Mental health inpatients", 7_850_000, 8_117_446_05, []centre{
		{"P00110", "Acute Admission Ward - Heather Unit", 3.4, 3.6, ward, even},
		{"P00120", "Old Age Psychiatry Ward - Bracken Unit", 2.7, 2.8, ward, even},
		{"P00130", "Psychiatric Rehabilitation Ward", 1.75, 1.72, ward, even},
	}},
	{"Community hospital inpatients", 9_640_000, 9_912_387_42, []centre{
		{"H11010", "Kirkmoor Community Hospital - Ward 1", 2.35, 2.62, ward, winter},
		{"H11020", "Kirkmoor Community Hospital - Ward 3", 2.28, 2.49, ward, winter},
		{"H21010", "Glenside Community Hospital - Ward 1", 1.92, 2.13, ward, winter},
		{"H21020", "Glenside Community Hospital - Ward 2", 1.486, 0.921, ward, closing},
		{"H31010", "Port Carrick Community Hospital", 1.604, 1.751, ward, winter},
	}},
	{"GP prescribing", 23_480_000, 24_893_610_38, []centre{
		{"R01010", "GP Prescribing – Moorland Area", 22.6, 24.05, drugs, growing},
		{"R01020", "Prescribing Support Team", 0.88, 0.84, prescribingTeam, even},
	}},
	{"General medical services", 20_900_000, 20_951_284_90, []centre{
		{"G11010", "GMS Contracts - Strathmoor", 9.1, 9.13, practices, even},
		{"G21010", "GMS Contracts - Glenside", 6.6, 6.6, practices, even},
		{"G31010", "GMS Contracts - Carrick Coast", 5.2, 5.22, practices, even},
	}},
	{"Dental, pharmacy and eye care contractors", 15_400_000, 15_416_873_21, []centre{
		{"G02010", "General Dental Services", 8.2, 8.18, dental, even},
		{"G02020", "Community Pharmacy Contract", 5.1, 5.12, pharmacy, even},
		{"G02030", "General Ophthalmic Services", 2.1, 2.11, ophthalmic, even},
	}},
	{"District and community nursing", 11_900_000, 11_478_266_53, []centre{
		{"N11010", "District Nursing - Strathmoor", 4.5, 4.3, nursing, even},
		{"N21010", "District Nursing - Glenside", 3.5, 3.35, nursing, even},
		{"N31010", "District Nursing - Carrick Coast", 2.9, 2.86, nursing, even},
		{"N02010", "Community Nursing - Evening and Overnight", 1, 0.96, nursing, even},
	}},
	{"Hospital at home", 620_000, 1_238_904_17, []centre{
		{"F01010", "Hospital at Home Team", 1, 1, nursing, opening},
	}},
	{"Allied health professions", 7_950_000, 7_561_730_08, []centre{
		{"T11010", "Physiotherapy - Strathmoor", 1.6, 1.53, therapy, even},
		{"T21010", "Physiotherapy - Glenside", 1.15, 1.1, therapy, even},
		{"T31010", "Physiotherapy - Carrick Coast", 0.9, 0.83, therapy, even},
		{"T02010", "Occupational Therapy – NHS", 1.75, 1.66, therapy, even},
		{"T02020", "Podiatry", 1.1, 1.05, therapy, even},
		{"T02030", "Speech and Language Therapy", 0.85, 0.83, therapy, even},
		{"T02040", "Nutrition and Dietetics", 0.6, 0.57, therapy, even},
	}},
	{"Community mental health", 9_900_000, 9_476_518_66, []centre{
		{"M11010", "Community Mental Health Team - Strathmoor", 3.1, 3, mental, even},
		{"M21010", "Community Mental Health Team - Glenside", 2.2, 2.08, mental, even},
		{"M31010", "Community Mental Health Team - Carrick Coast", 1.7, 1.58, mental, even},
		{"M02010", "Older People's Mental Health Team", 1.6, 1.55, mental, even},
		{"M02020", "Psychological Therapies", 1.3, 1.27, mental, even},
	}},
	{"Learning disability health team", 2_150_000, 2_088_431_94, []centre{
		{"L01010", "Community Learning Disability Team", 1, 1, mental, even},
	}},
	{"Alcohol and drug services", 3_050_000, 3_037_215_30, []centre{
		{"D01010", "Alcohol and Drug Recovery Service", 2.1, 2.08, commissioned, even},
		{"D01020", "Alcohol and Drug Partnership – Commissioned", 0.95, 0.96, commissioned, even},
	}},
	{"Primary care improvement", 4_150_000, 4_041_357_12, []centre{
		{"Q11010", "Primary Care Improvement - Strathmoor", 1.85, 1.81, primaryCare, even},
		{"Q21010", "Primary Care Improvement - Glenside", 1.32, 1.28, primaryCare, even},
		{"Q31010", "Primary Care Improvement - Carrick Coast", 0.98, 0.95, primaryCare, even},
	}},
	{"Specialist nursing and palliative care", 1_900_000, 1_861_092_40, []centre{
		{"K01010", "Specialist Nursing - Long Term Conditions", 1.15, 1.12, nursing, even},
		{"K01020", "Community Palliative Care", 0.75, 0.74, nursing, even},
	}},
	{"Health improvement", 1_280_000, 1_214_660_75, []centre{
		{"W01010", "Health Improvement Team", 1, 1, commissioned, even},
	}},
	{"Health management and premises", 1_921_240, 1_867_405_83, []centre{
		{"X01010", "Partnership Management - Health", 0.8, 0.76, management, even},
		{"X01020", "Health Centres and Clinics", 1.12, 1.11, management, winter},
	}},
	{"Out-of-hours primary care (hosted)", 3_260_000, 3_312_640_22, []centre{
		{"J01010", "Hosted - Out of Hours Primary Care", 1, 1, outOfHours, winter},
	}},
	{"Sexual health (hosted)", 1_105_000, 1_098_214_60, []centre{
		{"J01020", "Hosted - Sexual and Reproductive Health", 1, 1, nursing, even},
	}},
	{"Public dental service (hosted)", 1_520_000, 1_493_870_15, []centre{
		{"J01030", "Hosted - Public Dental Service", 1, 1, salariedDental, even},
	}},
	{"Learning disability assessment unit (hosted)", 1_640_000, 1_668_902_71, []centre{
		{"J02010", "Hosted - Learning Disability Assessment Unit", 1, 1, ward, even},
	}},
	{"Specialist palliative care beds (hosted)", 1_890_500, 1_894_117_36, []centre{
		{"J02020", "Hosted - Specialist Palliative Care Unit", 1, 1, ward, even},
	}},
}
