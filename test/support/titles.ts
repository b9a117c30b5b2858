/*
 * Job titles as people write them, invented or common to whole trades, each with what it tells: function and rank, `-` for none, and behind
 * `>` the rank of the one whom an assistant assists.
 */
const LIST = `
CEO | general chief
Chief Executive Officer | general chief
CEO & Founder | general founder
Founder and CEO | general founder
Co-Founder & CTO | engineering founder
Cofounder | - founder
Founder | - founder
Owner | - founder
Business Owner | - founder
Managing Director | general chief
Managing Partner | general chief
Partner | - founder
President | general chief
President & CEO | general chief
Chairman of the Board | general chief
Board Member | general chief
Non-Executive Director | general chief
COO | operations chief
Chief Operating Officer | operations chief
CFO | finance chief
Chief Financial Officer | finance chief
CTO | engineering chief
Chief Technology Officer | engineering chief
CIO | it chief
Chief Information Officer | it chief
CISO | it chief
CMO | marketing chief
Chief Marketing Officer | marketing chief
Chief Revenue Officer | sales chief
Chief Commercial Officer | sales chief
Chief People Officer | people chief
CHRO | people chief
Chief Human Resources Officer | people chief
Chief Product Officer | product chief
Chief Data Officer | data chief
General Counsel | legal chief
Chief Legal Officer | legal chief
Chief Strategy Officer | general chief
Chief Digital Officer | it chief
Chief Procurement Officer | operations chief
Chief of Staff | general director
VP Operations | operations vp
VP of Operations | operations vp
Vice President of Operations | operations vp
Vice President, Operations EMEA | operations vp
VP Sales | sales vp
VP, Global Sales | sales vp
SVP Sales & Marketing | sales vp
EVP, Finance | finance vp
Vice President Engineering | engineering vp
VP of Engineering | engineering vp
VP Product | product vp
VP People | people vp
VP Supply Chain | operations vp
VP Customer Success | support vp
Senior Vice President, Human Resources | people vp
Vice President Marketing | marketing vp
VP Business Development | sales vp
VP Legal & Compliance | legal vp
VP IT | it vp
Assistant Vice President | - director
Director of Operations | operations director
Operations Director | operations director
Director of Logistics | operations director
Director, Supply Chain | operations director
Sales Director | sales director
Regional Sales Director | sales director
Director of Sales Operations | sales director
Director Business Development | sales director
Senior Director, Product Management | product director
Director of Engineering | engineering director
Engineering Director | engineering director
Finance Director | finance director
Director of Finance | finance director
HR Director | people director
Director of Human Resources | people director
Director of Talent Acquisition | people director
IT Director | it director
Director of Information Security | it director
Director of Marketing | marketing director
Director of Communications | marketing director
Associate Director, Research | research director
Director of Customer Success | support director
Legal Director | legal director
Head of Operations | operations director
Head of Procurement | operations director
Head of Purchasing | operations director
Head of Sales | sales director
Head of Sales EMEA | sales director
Head of Marketing | marketing director
Head of Growth | marketing director
Head of Product | product director
Head of Engineering | engineering director
Head of Data Science | data director
Head of People & Culture | people director
Head of Legal | legal director
Head of IT | it director
Head of Finance | finance director
Head of Customer Support | support director
Global Head of Logistics | operations director
Head of Strategy | general director
Head of R&D | research director
General Manager | general director
Plant Manager | operations director
Operations Manager | operations manager
Logistics Manager | operations manager
Supply Chain Manager | operations manager
Purchasing Manager | operations manager
Procurement Manager | operations manager
Warehouse Manager | operations manager
Production Manager | operations manager
Quality Manager | operations manager
Maintenance Manager | operations manager
Sales Manager | sales manager
Regional Sales Manager | sales manager
Area Sales Manager | sales manager
Inside Sales Manager | sales manager
Sales Operations Manager | sales manager
Marketing Manager | marketing manager
Communications Manager | marketing manager
Digital Marketing Manager | marketing manager
HR Manager | people manager
Recruiting Manager | people manager
Payroll Manager | people manager
Finance Manager | finance manager
Accounting Manager | finance manager
Tax Manager | finance manager
IT Manager | it manager
Infrastructure Manager | it manager
Engineering Manager | engineering manager
Software Development Manager | engineering manager
Tech Lead | engineering manager
Lead Developer | engineering manager
Data Science Manager | data manager
Legal Manager | legal manager
Customer Service Manager | support manager
Assistant Manager | - manager
Senior Manager | - manager
Team Lead Customer Support | support manager
Warehouse Supervisor | operations manager
Shift Supervisor | - manager
Deputy Director of Operations | operations director
Product Manager | product individual
Senior Product Manager | product individual
Product Owner | product individual
Project Manager | - individual
IT Project Manager | it individual
Program Manager | - individual
Account Manager | sales individual
Key Account Manager | sales individual
Senior Account Executive | sales individual
Account Executive, Mid-Market | sales individual
Sales Development Representative | sales individual
Business Development Representative | sales individual
SDR | sales individual
Sales Representative | sales individual
Sales Executive | sales individual
Sales Engineer | sales individual
Solutions Consultant | sales individual
Business Development Manager | sales individual
Customer Success Manager | support individual
CSM | support individual
Support Engineer | support individual
Customer Service Representative | support individual
Software Engineer | engineering individual
Senior Software Engineer | engineering individual
Staff Software Engineer | engineering individual
Principal Engineer | engineering individual
Frontend Developer | engineering individual
Full Stack Developer | engineering individual
Mechanical Engineer | engineering individual
Process Engineer | engineering individual
Software Architect | engineering individual
QA Engineer | engineering individual
DevOps Engineer | it individual
System Administrator | it individual
Network Engineer | it individual
Security Analyst | it individual
IT Support Specialist | it individual
Data Analyst | data individual
Data Scientist | data individual
Senior Data Engineer | data individual
Machine Learning Engineer | data individual
UX Designer | product individual
Graphic Designer | product individual
Accountant | finance individual
Senior Accountant | finance individual
Financial Analyst | finance individual
Financial Controller | finance individual
Controller | finance individual
Internal Auditor | finance individual
Tax Advisor | finance individual
Recruiter | people individual
Technical Recruiter | people individual
HR Business Partner | people individual
HR Generalist | people individual
HR Specialist | people individual
Talent Acquisition Partner | people -
Buyer | operations individual
Senior Buyer | operations individual
Strategic Buyer | operations individual
Procurement Specialist | operations individual
Supply Chain Analyst | operations individual
Logistics Coordinator | operations individual
Operations Analyst | operations individual
Operations Specialist | operations individual
Demand Planner | operations individual
Truck Driver | operations individual
Machinist | operations individual
Facility Manager | operations individual
Marketing Specialist | marketing individual
Content Writer | marketing -
Social Media Manager | marketing individual
Brand Manager | marketing individual
Copywriter | marketing individual
PR Consultant | marketing individual
Lawyer | legal individual
Attorney at Law | legal individual
Legal Counsel | legal individual
Senior Legal Counsel | legal individual
Paralegal | legal individual
Compliance Officer | legal individual
Research Scientist | research individual
Researcher | research individual
Postdoctoral Researcher | research individual
Management Consultant | consulting individual
Senior Consultant | consulting individual
Strategy Consultant | consulting individual
Office Manager | administration individual
Receptionist | administration individual
Business Analyst | - individual
Consultant | consulting individual
Nurse | - -
Teacher | - -
Freelance Designer | product individual
Intern | - junior
Marketing Intern | marketing junior
Summer Analyst | - junior
Software Engineering Intern | engineering junior
Intern, Operations | operations junior
Sales Trainee | sales junior
Junior Developer | engineering junior
Junior Buyer | operations junior
Graduate Engineer | engineering junior
Apprentice Electrician | operations junior
Working Student HR | people junior
Marketing Assistant | marketing junior
Sales Assistant | sales junior
HR Assistant | people junior
Executive Assistant | - assistant
Personal Assistant | - assistant
Administrative Assistant | administration assistant
Executive Assistant to the CEO | general assistant > chief
Executive Assistant to CEO | general assistant > chief
EA to CFO | finance assistant > chief
PA to the Managing Director | general assistant > chief
Executive Assistant to the VP Operations | operations assistant > vp
Executive Assistant to VP of Sales | sales assistant > vp
Assistant to the Director of Marketing | marketing assistant > director
Personal Assistant to the Head of Legal | legal assistant > director
Executive Assistant, Office of the CEO | general assistant > chief
Senior Executive Assistant to Chief Operating Officer | operations assistant > chief
Secretary to the Managing Director | general assistant > chief
Assistant Sales Manager | sales manager
Assistant Director of Finance | finance manager
VP Sales at Acme | sales vp
Head of Operations @ Northwind | operations director
CTO | Speaker | Investor | engineering chief
Former VP Sales | COO | operations chief
Product Marketing Manager | marketing individual
Sales & Marketing Director | sales director
Global Category Manager | operations manager
Vice-President Finance | finance vp
Head, Retail Banking | - director
VP Revenue Operations | sales vp
People Operations Manager | people manager
Geschäftsführer | general chief
Geschäftsführerin | general chief
Geschaeftsfuehrer | general chief
Geschäftsführender Gesellschafter | general chief
Gründer & Geschäftsführer | general founder
Gründerin | - founder
Inhaber | - founder
Inhaberin | - founder
Vorstand | general chief
Vorstandsvorsitzender | general chief
Mitglied des Vorstands | general chief
Mitglied der Geschäftsleitung | general chief
Finanzvorstand | finance chief
Aufsichtsrat | general chief
Prokurist | general director
Vertriebsleiter | sales director
Vertriebsleiterin DACH | sales director
Leiter Vertrieb | sales director
Leiterin Vertrieb Innendienst | sales director
Leitung Marketing | marketing director
Einkaufsleiter | operations director
Leiter Einkauf | operations director
Leiterin Strategischer Einkauf | operations director
Leiter Logistik | operations director
Logistikleiter | operations director
Produktionsleiter | operations director
Leiter Produktion | operations director
Werkleiter | operations director
Betriebsleiter | operations director
Leiter Supply Chain Management | operations director
Leiter Qualitätsmanagement | operations director
Leiter Instandhaltung | operations director
Personalleiter | people director
Leiterin Personal | people director
Leiter IT | it director
IT-Leiter | it director
Leiter Entwicklung | engineering director
Entwicklungsleiter | engineering manager
Leiter Konstruktion | engineering director
Leiter Finanzen | finance director
Leiter Controlling | finance director
Kaufmännischer Leiter | finance director
Leiter Rechnungswesen | finance director
Leiter Recht | legal director
Leiter Kundenservice | support director
Bereichsleiter Operations | operations director
Abteilungsleiter Einkauf | operations manager
Teamleiter Vertrieb | sales manager
Teamleiterin Buchhaltung | finance manager
Gruppenleiter Entwicklung | engineering manager
Schichtleiter | - manager
Filialleiter | - manager
Niederlassungsleiter | general director
Standortleiter | general director
Projektleiter | - individual
Projektmanagerin | - individual
Produktmanager | product individual
Vertriebsmitarbeiter | sales individual
Vertriebsmitarbeiter im Außendienst | sales individual
Außendienstmitarbeiter | sales individual
Key Account Managerin | sales individual
Verkäufer | sales individual
Einkäufer | operations individual
Einkäuferin | operations individual
Strategischer Einkäufer | operations individual
Disponent | operations individual
Fachkraft für Lagerlogistik | operations individual
Zerspanungsmechaniker | operations individual
Elektriker | operations individual
Softwareentwickler | engineering individual
Softwareentwicklerin | engineering individual
Entwicklungsingenieur | engineering individual
Konstrukteur | engineering individual
Systemadministrator | it individual
Fachinformatiker | it individual
Datenanalyst | data individual
Buchhalterin | finance individual
Bilanzbuchhalter | finance individual
Steuerberater | finance individual
Wirtschaftsprüferin | finance individual
Controllerin | finance individual
Personalreferentin | people individual
Recruiterin | people individual
Rechtsanwältin | legal individual
Syndikusrechtsanwalt | legal individual
Unternehmensberater | consulting individual
Wissenschaftlicher Mitarbeiter | research individual
Sachbearbeiter Einkauf | operations individual
Sachbearbeiterin Buchhaltung | finance individual
Marketingreferent | marketing individual
Pressesprecherin | marketing individual
Kundenberater | sales individual
Bürokauffrau | administration individual
Werkstudent | - junior
Werkstudentin Marketing | marketing junior
Praktikant | - junior
Praktikantin Vertrieb | sales junior
Auszubildender | - junior
Auszubildende Industriekauffrau | - junior
Trainee Einkauf | operations junior
Duales Studium Informatik | it junior
Assistentin der Geschäftsführung | general assistant > chief
Assistenz der Geschäftsleitung | general assistant > chief
Vorstandsassistentin | - assistant
Assistentin des Vertriebsleiters | sales assistant > director
Assistent des Produktionsleiters | operations assistant > director
Teamassistentin | administration assistant
Sekretärin | - assistant
Stellvertretender Vertriebsleiter | sales director
Stv. Leiter Einkauf | operations director
Vertriebsassistent | sales junior
Director General | general chief
Directora General | general chief
Consejero Delegado | general chief
Presidente | general chief
Fundador | - founder
Cofundadora y CEO | general founder
Propietario | - founder
Socio | - founder
Gerente General | general chief
Director de Operaciones | operations director
Directora de Operaciones | operations director
Director Comercial | sales director
Directora Comercial | sales director
Director de Ventas | sales director
Director Financiero | finance director
Directora Financiera | finance director
Director de Recursos Humanos | people director
Directora de Marketing | marketing director
Director de Compras | operations director
Director de Logística | operations director
Director de Tecnología | engineering director
Director de Sistemas | it director
Director Jurídico | legal director
Director de Producción | operations director
Director de Planta | operations director
Subdirector de Operaciones | operations director
Vicepresidente de Operaciones | operations vp
Vicepresidenta de Ventas | sales vp
Gerente de Ventas | sales manager
Gerente de Compras | operations manager
Gerente de Operaciones | operations manager
Gerente de Recursos Humanos | people manager
Jefe de Compras | operations manager
Jefa de Compras | operations manager
Jefe de Logística | operations manager
Jefe de Ventas | sales manager
Jefe de Producción | operations manager
Jefa de Administración | administration manager
Jefe de Almacén | operations manager
Jefe de Equipo | - manager
Responsable de Compras | operations manager
Responsable de Marketing | marketing manager
Responsable de Calidad | operations manager
Responsable de RRHH | people manager
Responsable de Informática | it manager
Encargado de Almacén | operations manager
Coordinadora de Logística | operations manager
Jefe de Proyecto | - individual
Jefe de Producto | product individual
Ingeniero de Software | engineering individual
Ingeniera Industrial | engineering individual
Desarrolladora Web | engineering individual
Programador | engineering individual
Analista de Datos | data individual
Administrador de Sistemas | it individual
Contable | finance individual
Analista Financiero | finance individual
Abogada | legal individual
Comprador | operations individual
Vendedor | sales individual
Comercial | sales -
Ejecutivo de Cuentas | sales individual
Representante de Ventas | sales individual
Asesor Comercial | sales individual
Técnico de Selección | people individual
Técnico de Mantenimiento | operations individual
Consultora | consulting individual
Recepcionista | administration individual
Periodista | marketing individual
Becario | - junior
Becaria de Marketing | marketing junior
Auxiliar de Compras | operations junior
Auxiliar Administrativo | administration assistant
Asistente de Dirección | general assistant
Asistente del Director General | general assistant > chief
Asistente ejecutiva del Director de Operaciones | operations assistant > director
Secretaria de Dirección | general assistant
Asistente de Marketing | marketing junior
PDG | general chief
Président | general chief
Présidente Directrice Générale | general chief
Directeur Général | general chief
Directrice Générale Adjointe | general chief
Gérant | general chief
Fondateur | - founder
Co-fondatrice | - founder
Associé | - founder
Directeur des Opérations | operations director
Directrice des Opérations | operations director
Directeur d'Exploitation | operations director
Directeur Commercial | sales director
Directrice Commerciale | sales director
Directeur des Ventes | sales director
Directeur Marketing | marketing director
Directrice de la Communication | marketing director
Directeur Financier | finance director
Directeur Administratif et Financier | finance director
DAF | finance director
DRH | people director
Directrice des Ressources Humaines | people director
DSI | it director
Directeur des Systèmes d'Information | it director
Directeur Technique | engineering director
Directeur des Achats | operations director
Directeur Logistique | operations director
Directeur de Production | operations director
Directeur d'Usine | operations director
Directeur de Site | general director
Directeur Juridique | legal director
Directeur de la Recherche | research director
Vice-président Ventes | sales vp
Vice-Présidente Opérations | operations vp
Responsable Achats | operations manager
Responsable des Achats | operations manager
Responsable Logistique | operations manager
Responsable Supply Chain | operations manager
Responsable Marketing | marketing manager
Responsable Commercial | sales manager
Responsable RH | people manager
Responsable Informatique | it manager
Responsable Qualité | operations manager
Responsable Comptable | finance manager
Chef des Ventes | sales manager
Chef d'équipe | - manager
Chef de service | - manager
Chef de projet | - individual
Cheffe de projet digital | it individual
Chef de produit | product individual
Ingénieur Logiciel | engineering individual
Ingénieure d'études | engineering individual
Développeur Full Stack | engineering individual
Développeuse Web | engineering individual
Technicien de maintenance | operations individual
Administrateur Systèmes | it individual
Comptable | finance individual
Contrôleur de gestion | finance individual
Contrôleuse de gestion | finance individual
Acheteur | operations individual
Acheteuse | operations individual
Acheteur Projet | operations individual
Approvisionneur | operations -
Commercial Terrain | sales individual
Technico-commercial | sales individual
Ingénieur Commercial | sales individual
Chargé d'affaires | sales individual
Chargée de communication | marketing individual
Chargé de recrutement | people individual
Juriste | legal individual
Avocate | legal individual
Consultant | consulting individual
Chercheuse | research individual
Graphiste | product individual
Conseillère clientèle | support individual
Stagiaire | - junior
Stagiaire Marketing | marketing junior
Alternant Ressources Humaines | people junior
Apprenti | - junior
Assistante de direction | general assistant
Assistante du Directeur Général | general assistant > chief
Assistante du Directeur des Opérations | operations assistant > director
Assistant commercial | sales junior
Assistante RH | people junior
Secrétaire | - assistant
Assistante administrative | administration assistant
Founder's Associate | general assistant
Assistant to the Founder | - assistant > founder
Assistenz der Geschäftsführung (m/w/d) | general assistant > chief
Assistent der Geschäftsleitung | general assistant > chief
Assistentin GF | general assistant > chief
Secretaria de dirección | general assistant
Secretaria de Dirección General | general assistant
Werkstudent (m/w/d) Einkauf | operations junior
Geschäftsführer i. R. | - -
Geschäftsführer a. D. | - -
Geschäftsführer (ehem.) | - -
ex-CEO | - -
Ex CFO, now Advisor | - -
Interim CFO | finance chief
Acting Head of Procurement | operations director
Acting CEO | general chief
CEO a.i. | general chief
komm. Leiter Einkauf | operations director
stellv. Leiter Einkauf | operations director
Stv. Geschäftsführer | general chief
Responsable de compras | operations manager
Directrice adjointe des achats | operations director
Directeur adjoint | - director
Leiter/in Einkauf | operations director
Leiter:in Vertrieb | sales director
Leiter*in Marketing | marketing director
Vertriebsleiter/-in | sales director
Geschäftsführer/in | general chief
Geschäftsführer & Gesellschafter | general founder
VP, Sales & Marketing | sales vp
VP Sales/Marketing | sales vp
SVP & GM | general vp
EVP/COO | operations chief
CEO/Founder | general founder
Dir. of Operations | operations director
Dir. Compras | operations director
Mgr, Procurement | operations manager
Sr. Mgr. Supply Chain | operations manager
Purch. Mgr. | operations manager
Ing. de ventas | sales individual
Resp. Compras | operations manager
Resp. achats | operations manager
Resp. commercial | sales manager
Dir. commercial | sales director
Dir. financier | finance director
Leitung Einkauf | operations director
Einkaufsleitung | operations director
Ltr. Einkauf | operations director
Abt.-Leiter Logistik | operations manager
Teamleitung Einkauf | operations manager
Head of Purchasing (f/m/x) | operations director
Einkäufer (w/m/d) | operations individual
Strategische Einkäuferin | operations individual
Acheteuse senior | operations individual
Comprador senior | operations individual
Jefa de compras | operations manager
Jefe/a de ventas | sales manager
Director/a Comercial | sales director
Subdirectora de Operaciones | operations director
Gerente de Compras y Logística | operations manager
Gte. de ventas | sales manager
Coordinadora de marketing | marketing manager
Vicepresidente Comercial | sales vp
Adjunto a la dirección | general assistant
Adjunta a Dirección General | general assistant
Becaria de marketing | marketing junior
Stagiaire achats | operations junior
Alternante RH | people junior
Alternante marketing (H/F) | marketing junior
Chargée de mission auprès de la DG | general individual
PDG fondateur | general founder
Président-Directeur Général | general chief
HRBP | people individual
People Ops Manager | people manager
Referentin der Geschäftsführung | general assistant
Vorstandsreferent | general assistant
Projektassistenz | - assistant
Team Assistant Sales | administration assistant
EA to CEO | general assistant > chief
PA to MD | general assistant > chief
Managing Dir. | general chief
MD | general chief
Deputy CEO | general chief
Deputy Head of Sales | sales director
Vice Director Purchasing | operations director
Assoc. Director, Finance | finance director
Group CFO EMEA | finance chief
Global Head, Procurement | operations director
Regional Sales Mgr. DACH | sales manager
Key-Account-Manager | sales individual
Kfm. Leiter | finance director
Technischer Leiter | engineering director
Techn. Geschäftsführer | engineering chief
Kaufmännischer Geschäftsführer | finance chief
Ltd. Ingenieur | engineering individual
Prokuristin | general director
Werkleiterin | operations director
Betriebsleiterin | operations director
Lagerleiter | operations director
Retired VP Sales | - -
VP Sales (retired) | - -
Formerly CEO @ Acme | - -
CEO (until 2023) | - -
Incoming Analyst | - individual
Aspiring CEO | - -
Student Assistant | - junior
Executive in Residence | - -
`;

/** One title and what it tells. */
export interface LabelledTitle {
  readonly title: string;
  readonly function: string;
  readonly rank: string;
  readonly assistantTo?: string;
}

export const TITLES: readonly LabelledTitle[] = LIST.trim()
  .split("\n")
  .map((line) => {
    const cut = line.lastIndexOf(" | ");
    const [meaning = "", boss] = line.slice(cut + 3).split(" > ");
    const [business = "-", rank = "-"] = meaning.split(" ");
    return {
      title: line.slice(0, cut),
      function: business,
      rank,
      ...(boss === undefined ? {} : { assistantTo: boss }),
    };
  });
