/** What the log says of jobs. */
export const jobAuditWords = {
	"job.request": { nb: "Startet en jobb", nn: "Starta ein jobb", en: "Started a job" },
	"job.cancel": { nb: "Avbrøt en jobb", nn: "Avbraut ein jobb", en: "Cancelled a job" },
} as const;

export const jobAuditKinds = { job: { nb: "Jobb", nn: "Jobb", en: "Job" } } as const;
