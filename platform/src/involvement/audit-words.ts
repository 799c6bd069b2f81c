/** What the log says of who took part in what. */
export const involvementAuditWords = {
	"involvement.record": {
		nb: "Førte opp hvem som var med",
		nn: "Førte opp kven som var med",
		en: "Recorded who took part",
	},
} as const;
