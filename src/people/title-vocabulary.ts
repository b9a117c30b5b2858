/**
 * The one vocabulary of job titles, English, German, Spanish and French, as data. A group tells function and rank (`-` for none, `~` for a
 * weak function, `!` for an assistant even of no boss told). Its entries, parted by semicolons, are one concept each: the words that
 * look-up uses, then forms that mean the same. Feminine forms that only add a letter or "in" need no entry, nor do German compounds
 * of two entries. What a title may hold beyond it is kept as a plain word.
 */
export const TITLE_VOCABULARY: readonly (readonly [meaning: string, entries: string])[] = [
  [
    "general chief",
    `ceo=chief executive officer, chief executive, pdg, consejero delegado, vorstandsvorsitzender, vorstandssprecher, presidente ejecutivo, ceo chairman; managing
      director=md, managing dir, geschäftsführer, geschäftsführender gesellschafter, gf, director general, directora general, directeur général, directrice générale, dg, directeur
      général délégué, gerente general, geschäftsleiter, gérant, gérante, administrador único, hauptgeschäftsführer; country manager; managing partner;
      president=presidente, presidenta, président, présidente, präsident; chairman=chair, chairwoman, chairperson; board member=member of the board, non executive
      director, aufsichtsrat, beirat, miembro del consejo, consejero, administrateur, verwaltungsrat; board=vorstand, geschäftsleitung, geschäftsführung, mitglied des
      vorstands, mitglied der geschäftsleitung, dirección general, direction générale, general management, comité de dirección`,
  ],
  [
    "general director",
    `general manager=gm; chief of staff=stabschef; generaldirektor; prokurist; business unit manager=business unit director; branch manager=niederlassungsleiter,
      directeur d'agence, director de sucursal, branch director; site manager=standortleiter, directeur de site, site director`,
  ],
  [
    "- founder",
    `founder=cofounder, founding partner, gründer, mitgründer, firmengründer, fundador, cofundador, fundadora, cofundadora, fondateur, fondatrice, cofondateur,
      cofondatrice, socio fundador; owner=business owner, inhaber, eigentümer, propietario, propriétaire, dueño, proprietor, unternehmer, entrepreneur, empresario,
      geschäftsinhaber, chef d'entreprise; partner=gesellschafter, socio, associé, associée, senior partner, equity partner`,
  ],
  ["- chief", "chief; cxo=c level; cpo; cso; bereichsvorstand"],
  [
    "operations chief",
    `coo=chief operating officer, chief operations officer; chief supply chain officer; chief procurement officer`,
  ],
  [
    "finance chief",
    `cfo=chief financial officer, chief finance officer, finanzvorstand, kaufmännischer geschäftsführer, kaufmännische geschäftsführerin; chief accounting officer`,
  ],
  ["engineering chief", "cto=chief technology officer, chief technical officer, technikvorstand"],
  [
    "it chief",
    `cio=chief information officer; ciso=chief information security officer; chief security officer`,
  ],
  ["marketing chief", "cmo=chief marketing officer; chief brand officer; chief growth officer"],
  [
    "sales chief",
    `cro=chief revenue officer; chief sales officer=vertriebsvorstand; chief commercial officer=cco`,
  ],
  [
    "people chief",
    `chro=chief human resources officer, personalvorstand, arbeitsdirektor; chief people officer`,
  ],
  ["data chief", "cdo=chief data officer; chief analytics officer"],
  ["legal chief", "clo=chief legal officer; general counsel; chief compliance officer"],
  ["product chief", "chief product officer"],
  ["research chief", "chief scientific officer=chief science officer, chief medical officer"],
  [
    "- vp",
    `vp=vice president, vicepresidente, vicepresidenta, vice président, vice présidente, vizepräsident, vp global; svp=senior vice president, group vice president;
      evp=executive vice president; avp=associate vice president`,
  ],
  [
    "- director",
    `director=dir, directora, directeur, directrice, direktor, direction, dirección, subdirector, associate director, senior director, executive director, directeur
      adjoint; head=leiter, ltr, leitung, bereichsleiter, hauptabteilungsleiter, head of department, ressortleiter, jefe de departamento, assistant vice president`,
  ],
  ["it director", "dsi=directeur des systèmes d'information"],
  [
    "people director",
    "head of hr=personalleiter, drh, directeur des ressources humaines, directrice des ressources humaines",
  ],
  [
    "finance director",
    `daf=directeur administratif et financier, directrice administrative et financière, kaufmännischer leiter, kfm leiter, kaufmännische leitung, treasurer`,
  ],
  [
    "operations director",
    `plant manager=werkleiter, werksleiter, betriebsleiter, directeur d'usine, director de planta, jefe de planta, gerente de planta, factory manager`,
  ],
  [
    "- manager",
    `manager=mgr, gte, resp, gerente, encargado, responsable, abteilungsleiter, verantwortlicher, leitender angestellter, assistant director, assistant manager,
      senior manager, stellvertretender leiter; lead=leader, team lead, teamlead, team leader, teamleiter, teamleitung, abt leiter, abteilungsleitung, gruppenleiter, schichtleiter, chef d'équipe, jefe de equipo,
      jefe de turno, capo; supervisor=supervisora, coordinador, coordinadora, filialleiter, marktleiter, superviseur, foreman, meister; chef=jefe, jefa, chef de
      service, cheffe de service, chef de département`,
  ],
  [
    "- junior",
    `intern=internship, praktikant, praktikum, stagiaire, becario, becaria, prácticas, en prácticas, placement; trainee=graduate; working student=werkstudent;
      apprentice=apprenti, alternant, auszubildender, auszubildende, azubi, aprendiz; student=student assistant, estudiante, étudiant, alumno, hilfskraft,
      studentische hilfskraft, duales studium, dualer student; volontär; co op; summer analyst; junior=jr, jnr, júnior; entry level; auxiliar; helper`,
  ],
  ["- assistant", "assistant=assistent, asistente, assistenz, asistenta, projektassistenz, projektassistent"],
  [
    "general assistant!",
    `management assistant=secretaria de dirección, secretario de dirección, asistente de dirección, adjunto a la dirección, adjunta a la dirección, adjunto a dirección
      general, adjunta a dirección general, assistante de direction, assistant de direction, secrétaire de direction, referent der geschäftsführung, referentin der
      geschäftsführung, vorstandsreferent, vorstandsreferentin; founder's associate=founders associate, founder associate`,
  ],
  [
    "- assistant!",
    `executive assistant=ea, pa, personal assistant, executive secretary, secretary, sekretär, sekretariat, secretario, secretaria, secrétaire, vorstandsassistent,
      direktionsassistent, asistente ejecutivo, asistente ejecutiva, asistente personal, persönlicher assistent, persönliche assistenz, executive support`,
  ],
  [
    "- individual",
    `specialist=spezialist, especialista, spécialiste, fachkraft, expert, experte, experto, experta; associate=sachbearbeiter, mitarbeiter, angestellter, employee,
      employé, empleado, staff, member of staff, officer, representative, rep, agent, agente, referent, referentin, chargé, chargée, técnico, technicien, techniker,
      technician, operator, operario, bearbeiter, kraft, mitarbeiterin; coordinator=koordinator, coordinateur, coordinatrice; analyst=analista, analyste, business
      analyst; clerk=kaufmann, kauffrau; freelance=freelancer, freiberufler, autónomo, indépendant, contractor, self employed; project manager=projektleiter,
      projektmanager, jefe de proyecto, chef de projet, cheffe de projet, gestor de proyectos, pmo, program manager, programme manager, scrum master, agile coach,
      project lead, project coordinator`,
  ],
  [
    "sales",
    `sales=vertrieb, verkauf, ventas, venta, comercial, ventes, vente, commercial, commerciale, selling, absatz; revenue; field sales=außendienst, aussendienst;
      inside sales=innendienst, vertriebsinnendienst; sales operations; revenue operations; partnerships=partenariats, alianzas, alliances; channel; distribution;
      export; go to market=gtm; business development=biz dev, geschäftsentwicklung, desarrollo de negocio, desarrollo de negocios, développement commercial,
      desarrollo comercial; new business; key account=key accounts, großkunden, grands comptes, grandes cuentas; account=accounts, cuentas, strategic accounts`,
  ],
  [
    "sales individual",
    `account executive=ae, ejecutivo de cuentas, ejecutiva de cuentas; account manager=gestor de cuentas; key account manager; sales engineer=presales, pre sales,
      solutions consultant, technico commercial, ingénieur commercial, ingénieur d'affaires; sales representative=sales rep, sales executive, salesperson, salesman,
      saleswoman, seller, vertriebler, vertriebsmitarbeiter, vertriebsbeauftragter, verkäufer, vendedor, vendedora, vendeur, vendeuse, representante de ventas, ejecutivo de
      ventas, ejecutiva de ventas, gestor comercial, delegado comercial, delegada comercial, attaché commercial, asesor comercial, asesora comercial, attachée commerciale, commercial terrain,
      außendienstmitarbeiter, gebietsleiter, kundenberater, chargé d'affaires; sales development representative=sdr, bdr, business development representative;
      relationship manager; partner manager; channel manager; business development manager=business developer`,
  ],
  [
    "marketing",
    `marketing=mktg, mercadotecnia, marketer; product marketing; growth; brand=branding, marke, marca, marque; demand generation; seo; advertising=werbung,
      publicidad, publicité; campaigns; events; communications=communication, kommunikation, comunicación; public relations=pr, relations publiques,
      öffentlichkeitsarbeit; press=presse, prensa; social media; content=contenu, contenidos, redaktion, editorial; media`,
  ],
  [
    "marketing individual",
    `brand manager; community manager; social media manager; content manager; content strategist; copywriter=texter; editor=redakteur, redactor, redactora,
      rédacteur, rédactrice; journalist=periodista, journaliste; press officer=pressesprecher; event manager; seo manager; product marketing manager; traffic manager`,
  ],
  [
    "engineering",
    `engineering=ingeniería, ingénierie; development=entwicklung, desarrollo, développement; software; technology=technologie, tecnología, tech, technik, technique;
      devops; platform; frontend; backend; full stack=fullstack; embedded; mobile; construction=konstruktion; mechanical; electrical; hardware`,
  ],
  [
    "engineering individual",
    `engineer=eng, ingenieur, ingénieur, ingeniero, ingeniera; software engineer=swe, ingénieur logiciel, ingeniero de software; site reliability engineer=sre;
      developer=dev, entwickler, desarrollador, desarrolladora, développeur, développeuse, programmer, programmierer, programador, programadora, coder;
      architect=architekt, arquitecto, arquitecta, architecte, softwarearchitekt; design engineer=konstrukteur; tester; qa engineer; quality engineer`,
  ],
  ["engineering director", "technischer leiter=technische leitung, director técnico, directeur technique"],
  [
    "engineering manager",
    `engineering manager=tech lead, technical lead, lead engineer, lead developer, entwicklungsleiter`,
  ],
  [
    "product",
    `product=produkt, producto, produit; product management=produktmanagement; product design; ux=user experience; ui; design=diseño; creative=kreation`,
  ],
  [
    "product individual",
    `product manager=produktmanager, chef de produit, cheffe de produit, jefe de producto, jefa de producto, gestor de producto; product owner; designer=gestalter,
      diseñador, diseñadora, graphiste, grafiker; ux designer; product designer; art director; ux researcher`,
  ],
  [
    "data",
    `data=daten, datos, données; analytics; business intelligence=bi; data science; data engineering; machine learning=ml; artificial intelligence=ai, ki, künstliche
      intelligenz, inteligencia artificial; statistics`,
  ],
  [
    "data individual",
    `data scientist=científico de datos; data engineer; data analyst=analista de datos, datenanalyst; machine learning engineer=ml engineer, ai engineer;
      statistician; actuary=aktuar; data architect; bi analyst`,
  ],
  [
    "finance",
    `finance=financial, finanzen, finanz, finanzas, financiero, financiera, financier, financière; fp a=fpa; treasury=tesorería, trésorerie; tax=steuern, steuer,
      impuestos, fiscal; audit=revision, auditoría; billing; accounts payable=payables; accounts receivable=receivables; investor relations; investment=investments;
      banking; credit=kredit; risk=riesgos, risques; accounting=buchhaltung, finanzbuchhaltung, rechnungswesen, contabilidad, comptabilité; controlling=contrôle de
      gestion, control de gestión`,
  ],
  [
    "finance individual",
    `accountant=buchhalter, finanzbuchhalter, bilanzbuchhalter, contable, comptable, bookkeeper; tax advisor=steuerberater; auditor=auditeur, wirtschaftsprüfer;
      financial analyst=analista financiero, analyste financier; controller=contrôleur de gestion, contrôleuse de gestion, comptroller; banker=bankkaufmann; trader;
      underwriter; portfolio manager; asset manager`,
  ],
  [
    "people",
    `hr=human resources, human resource, recursos humanos, rrhh, ressources humaines, rh, personalwesen, personalabteilung; people; people operations; people and
      culture; talent; talent acquisition; recruiting=recruitment, recrutement, selección; personnel development=personalentwicklung; payroll=nóminas; compensation;
      benefits; learning; training=formación, formation, ausbildung; employer branding`,
  ],
  [
    "people individual",
    `recruiter=recruteur, recruteuse, reclutador, reclutadora, headhunter, técnico de selección, técnica de selección; hr business partner=hrbp; people partner; talent acquisition partner; hr
      generalist=personalreferent, personaler; trainer`,
  ],
  [
    "people director",
    "head of hr=personalleiter, drh, directeur des ressources humaines, directrice des ressources humaines",
  ],
  ["~people", "personal"],
  ["~it", "digital"],
  ["~sales", "retail"],
  [
    "operations",
    `procurement=purchasing, einkauf, beschaffung, compras, achats, achat, aprovisionamiento, approvisionnement, approvisionnements; sourcing; category;
      logistics=logistik, logística, logistique; supply chain=lieferkette, cadena de suministro; warehouse=lager, almacén, entrepôt; shipping=versand;
      transport=transporte; fleet; fulfillment; manufacturing=production, produktion, producción, fertigung, fabrication; plant=werk, planta, usine, factory;
      assembly=montage; lean; planning=planung, planificación; quality=qualität, calidad, qualité, qualitätssicherung, qualitätsmanagement, quality assurance, qa;
      continuous improvement; maintenance=instandhaltung, mantenimiento, wartung; facilities=facility, gebäudemanagement; safety=hse, ehs, arbeitssicherheit`,
  ],
  [
    "~operations",
    `operations=ops, operation, operaciones, operación, opérations, opération, exploitation, betrieb, operational, operativo, opérationnel; business operations`,
  ],
  [
    "operations individual",
    `buyer=einkäufer, comprador, compradora, acheteur, acheteuse, approvisionneur, purchaser; planner; demand planner; supply planner; dispatcher=disponent;
      machinist=zerspanungsmechaniker; welder=schweißer; driver=fahrer, conductor, chauffeur; mechanic=mechaniker, mecánico, mécanicien; electrician=elektriker,
      electricista, électricien; warehouse worker=lagerist; fitter=monteur; facility manager`,
  ],
  [
    "legal",
    `legal=recht, rechts, rechtsabteilung, jurídico, jurídica, juridique; compliance; privacy=datenschutz; contracts; patent; intellectual property; regulatory
      affairs=regulatory`,
  ],
  [
    "legal individual",
    `lawyer=attorney, rechtsanwalt, anwalt, abogado, abogada, avocat, avocate, solicitor, barrister; counsel=legal counsel, jurist, juriste, justiziar, syndikus,
      syndikusrechtsanwalt; paralegal; compliance officer; data protection officer=datenschutzbeauftragter`,
  ],
  [
    "it",
    `it=information technology, informatik, informática, informatique, edv, sistemas, systèmes, tic; infrastructure=infrastruktur, infraestructura; security; cyber
      security=cybersecurity; information security; network=netzwerk, redes; sap; erp; salesforce; systems=system; cloud; it operations; security operations`,
  ],
  [
    "it individual",
    `system administrator=sysadmin, systems administrator, systemadministrator, administrador de sistemas, administrateur systèmes, administrateur système, it
      administrator; network engineer; security engineer; security analyst; cloud engineer; it specialist=fachinformatiker; help desk=helpdesk, it support; systems
      engineer=systemingenieur; devops engineer; database administrator=dba`,
  ],
  [
    "support",
    `customer success=kundenerfolg; customer experience; customer=customers, kunden, cliente, clientes, client, clients, clientèle; customer service=kundendienst,
      kundenservice, kundenbetreuung, customer care, customer support, customer operations, client services, service client, atención al cliente; call center=contact
      center; after sales; technical support=soporte, soporte técnico`,
  ],
  ["~support", "service=services, servicio; support"],
  [
    "support individual",
    `customer success manager=csm; support engineer; support specialist; customer service representative=kundenbetreuer, teleoperador, teleoperadora, chargé de
      clientèle, chargée de clientèle, conseiller clientèle, conseillère clientèle; field service engineer=servicetechniker; implementation manager; onboarding
      specialist; client manager`,
  ],
  [
    "administration",
    `administration=administrative, verwaltung, administración, administrativo, administrativa, administratif; reception=empfang; back office=backoffice`,
  ],
  ["~administration", "office=büro"],
  [
    "administration individual",
    `office manager=office coordinator; receptionist=recepcionista, réceptionniste, empfangskraft; office clerk=bürokaufmann, bürokauffrau, verwaltungsangestellter;
      administrator=administrador, gestionnaire; data entry`,
  ],
  [
    "administration assistant",
    `administrative assistant=admin assistant, asistente administrativo, asistente administrativa, assistant administratif, assistante administrative, auxiliar
      administrativo, auxiliar administrativa, team assistant, teamassistent, teamassistenz, büroassistent`,
  ],
  [
    "research",
    `research=forschung, investigación, recherche; innovation=innovación; laboratory=labor, laboratorio, laboratoire; clinical; science; research and
      development=forschung und entwicklung, recherche et développement, investigación y desarrollo, r d, i d, rd`,
  ],
  [
    "research individual",
    `researcher=investigador, investigadora, chercheur, chercheuse, research associate, research assistant; scientist=wissenschaftler, wissenschaftlicher
      mitarbeiter, científico, científica, research scientist; chemist=chemiker; biologist=biologe; physicist; postdoc=postdoctoral researcher; doctoral
      researcher=doktorand, phd; laboratory technician=laborant; professor=profesor, professeur; lecturer=dozent`,
  ],
  ["consulting", "consulting=beratung, consultoría, conseil; advisory"],
  [
    "consulting individual",
    `consultant=berater, unternehmensberater, consultor, consultora; advisor=adviser, asesor, asesora, conseiller, conseillère; management consultant; strategy
      consultant`,
  ],
  [
    "general",
    `strategy=strategie, estrategia, stratégie; corporate development=unternehmensentwicklung; transformation; mergers and acquisitions=m a`,
  ],
  [
    "-",
    `senior=sr, snr, sénior, leitender, leitende; regional; area=área; global; international; group=gruppe, grupo, groupe; corporate; principal; executive=exec,
      ejecutivo, ejecutiva; deputy=stellvertretender, stellvertretende, stv, adjoint, adjointe, adjunto, adjunta; interim=acting`,
  ],
];
