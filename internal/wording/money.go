package wording

// money are the words of the financial chapter and of what localities spend.
var money = [...]frameWord{
	{English: "Provisional and unaudited: the accounts that the figures of {year} come from have not yet been audited."},
	{English: "Spend on the matters of regulation 4(2) in {year}, {units}"},
	{English: "Spend on key care groups in {year}, {units}"},
	{English: "Spend in relation to each locality in {year}, {units}"},
	{English: "Spend by how the money reaches the authority in {year}, {units}"},
	{English: "Spend by partner and service in {year}, {units}"},
	{English: "Usable reserves in {year}, {units}"},
	{English: "Matter"}, {English: "Care group"}, {English: "Locality"}, {English: "Funding"}, {English: "Service"}, {English: "Reserve"},
	{English: "Planned"}, {English: "Spent"}, {English: "Variance"}, {English: "Proportion of amount paid or set aside"},
	{English: "On {day}"}, {English: "Transfers in"}, {English: "Transfers out"}, {English: "All reserves"},
	{English: "Total"}, {English: "Net position"}, {English: "Subtotal {partner}"}, {English: "Not allocated to a locality"}, {English: "not known"},
	{English: "£ million"},
	{English: "Positive variances are underspends and negative ones overspends against the annual financial statement (section 39 of the Act)."},
	{English: "Proportions are of the total amount paid to or set aside for use by the authority, {amount}. Where more is spent than was paid or set aside they add up to more than 100%."},
	{English: "Amounts are added up in pence and rounded once, for display, so rows don't all add up to the totals shown."},
	{English: "Key care groups cut across health care and social care (regulation 4(2)(f)). Their spend is part of that on the other matters of regulation 4(2) and is not added to the total."},
	{English: "Most was spent on {matter}: {amount}"}, {English: "Most was spent in {locality}: {amount}"},
	{English: "Spend by matter of regulation 4(2), {authority}, {year}, £ million"},
	{English: "Spend in relation to each locality, {authority}, {year}, £ million"},
	{English: "Bar chart with {number} bars. The longest is {longest} at {most}, the shortest {shortest} at {least}; the total is {total}."},
	{English: "Ledgers of the constituent authorities"}, {English: "Ledgers, {partners}"},
	{English: "Performance in {locality}"},
	{English: "Apportioned by {name} ({shares}): {method}"},
	{English: "All reserves together were {opening} on {first} and {closing} on {last}."},
}
