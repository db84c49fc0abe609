package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/record"
)

func process(t *testing.T, opts Options, text string) *record.Record {
	t.Helper()
	if opts.Only == 0 {
		opts.Only = record.All
	}
	rec, err := NewWorker(opts).Process(&document.Document{ID: "test", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// listed writes the entities of a record as "mention/mention=id-or-type".
func listed(rec *record.Record) []string {
	var out []string
	for _, e := range rec.Entities {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, m.Text)
		}
		id := e.ID
		if id == "" {
			id = e.Type
		}
		out = append(out, strings.Join(mentions, "/")+"="+id)
	}
	return out
}

// TestEntities holds one rule a sentence. The sentences are written for the project.
func TestEntities(t *testing.T) {
	tests := []struct {
		rule, text string
		want       []string // each must be among the entities
		not        []string // none of these may be the text of a mention
	}{
		{"proclitics stay outside", "بين المغرب وروسيا وبمصر", []string{"روسيا=country/RU", "مصر=country/EG"}, []string{"وروسيا", "بمصر"}},
		{"after لل the span starts at the second lam", "دعم الوزير للأمم المتحدة", []string{"لأمم المتحدة=body/united-nations"}, nil},
		{"whole bodies, not their parts", "قالت جامعة الدول العربية في بيان", []string{"جامعة الدول العربية=body/arab-league"}, []string{"الدول", "العربية"}},
		{"but a place behind a preposition is one too", "درس في الجامعة الأمريكية في بيروت", []string{"الجامعة الأمريكية في بيروت=body/american-university-of-beirut", "بيروت=place/beirut"}, nil},
		{"a nationality is a mention of its country", "قال الوزير الفرنسي إن فرنسا مستعدة", []string{"الفرنسي/فرنسا=country/FR"}, nil},
		{"a nationality behind a title is no family name", "قال محمد شياع السوداني ذلك. ووصل الرئيس السوداني عمر البشير", []string{"السوداني=country/SD", "محمد شياع السوداني=person/mohammed-shia-al-sudani"}, nil},
		{"nor where nobody has it", "اجتمع الرئيس السوداني بالوفد", []string{"السوداني=country/SD"}, nil},
		{"but a title may stand before a family name", "قال محمد شياع السوداني ذلك، وأضاف السيد السوداني أن العمل بدأ", []string{"محمد شياع السوداني/السوداني=person/mohammed-shia-al-sudani"}, nil},
		{"behind a verb a nationality is the person of that family name", "نعى الحزب أبو خليل السوداني أمس. وأوضح البيان أن السوداني قاد الحملة.", []string{"أبو خليل السوداني/السوداني=person"}, nil},
		{"two people may be joined by و", "شكر المدير سامي العمري وخالد الزهراني على العون", []string{"سامي العمري=person", "خالد الزهراني=person"}, nil},
		{"a dash ends a person's name", "وقال عبدالمجيد سعد -طالب جامعي- إن الدراسة بدأت", nil, []string{"عبدالمجيد سعد -طالب جامعي"}},
		{"an ordinary word behind a word for a town is its name", "زار الوفد محافظة ينبع ومدينة سبها الليبية", []string{"ينبع=place/yanbu", "سبها=place/sabha"}, nil},
		{"but not behind one with an article", "زار الوفد المدينة الجديدة", nil, []string{"الجديدة"}},
		{"a dateline names a town", "سبق- ينبع: بدأت اللجنة عملها", []string{"ينبع=place/yanbu"}, nil},
		{"a class word, names and a closing word are one body", "نقل المصاب إلى مستشفى السعيرة العام للعلاج", []string{"مستشفى السعيرة العام=body"}, nil},
		{"a class word makes a doubtful name likely", "جلس الركاب على الأرض في مطار ينبع، بعد تأخر رحلتهم.", []string{"مطار ينبع=place/yanbu-airport"}, nil},
		{"a family name goes on with another", "قام مدير التعليم المكلف عطا الله يحيى البلوي بزيارة للمستشفى", []string{"عطا الله يحيى البلوي=person"}, nil},
		{"behind an honorific a title is a given name", "أكد الدكتور مساعد الأحمد المشرف على البرنامج ذلك", []string{"مساعد الأحمد=person"}, nil},
		{"a quoted paper is no place", "قال الوزير لـ«الشرق الأوسط» إن الاتفاق قريب", []string{"الشرق الأوسط=body/asharq-al-awsat"}, nil},
		{"a quotation mark that is open is closed", "نقلت صحيفة «المدينة» الخبر", nil, []string{"صحيفة «المدينة"}},
		{"a demonstrative makes an ordinary word of it", "دخل الإسلام هذه المدينة مبكرا", nil, []string{"المدينة"}},
		{"a rank stays outside", "قال وزير الدفاع اللواء سليم إدريس إن العمل بدأ", []string{"سليم إدريس=person/salem-idris"}, nil},
		{"a class word of another kind makes an ordinary word of a club's name", "عرضت فرقة مسرح الشباب عملها أمس", nil, []string{"الشباب"}},
		{"its own does not", "فاز نادي الشباب على ضيفه أمس", []string{"نادي الشباب=body/al-shabab-riyadh-fc"}, nil},
		{"a class word, a nationality and what it is for are a body", "نظمت الجمعية البحرينية للزراعة المنزلية والنحل لقاء", []string{"الجمعية البحرينية للزراعة المنزلية والنحل=body"}, nil},
		{"a body may defend a right", "أصدر المركز السوري للدفاع عن المعتقلين بيانا", []string{"المركز السوري للدفاع عن المعتقلين=body"}, nil},
		{"but a noun of action is no part of it", "دعا الاتحاد التونسي للمشاركة في الحملة", nil, []string{"الاتحاد التونسي للمشاركة"}},
		{"so are a class word, a noun and a nationality that agrees with the class word", "زار وفد جمعية المهندسين العمانية مركز الترجمة المصري", []string{"جمعية المهندسين العمانية=body", "مركز الترجمة المصري=body"}, nil},
		{"and two nationalities", "اجتمع مجلس الأعمال الأردني المغربي المشترك أمس", []string{"مجلس الأعمال الأردني المغربي المشترك=body"}, nil},
		{"a service is the same with its class word", "كشف جهاز الاستخبارات الروسي ذلك. وقالت الاستخبارات الروسية إن العمل بدأ", []string{"جهاز الاستخبارات الروسي/الاستخبارات الروسية=body/ru-intelligence-service"}, nil},
		{"the class word and the next stand for it", "اشتركت الجمعية البحرينية للزراعة المنزلية. وقدمت الجمعية البحرينية عملا، ثم شارك مركز الخزف العماني، وقال مدير مركز الخزف إن", []string{"الجمعية البحرينية للزراعة المنزلية/الجمعية البحرينية=body", "مركز الخزف العماني/مركز الخزف=body"}, nil},
		{"the list's body stays the list's", "نقلت وكالة الأنباء الألمانية الخبر", []string{"وكالة الأنباء الألمانية=body/de-news-agency"}, nil},
		{"a class word, what it is for and where are a body, and the place is one besides", "نقل إلى مستشفى الحروق بصفاقس ثم إلى مركز التوليد في مراكش", []string{"مستشفى الحروق بصفاقس=body", "صفاقس=place/sfax", "مركز التوليد في مراكش=body"}, nil},
		{"but a theatre for children in a country is any", "كتب عن مركز الطفل في الكويت", []string{"الكويت=country/KW"}, []string{"مركز الطفل في الكويت"}},
		{"a class word, a word of rank and what it is for are a body", "أعلنت الهيئة الوطنية لزراعة الأعضاء ذلك للجنة العليا لرعاية الخيول والإبل", []string{"الهيئة الوطنية لزراعة الأعضاء=body", "لجنة العليا لرعاية الخيول والإبل=body"}, nil},
		{"also where the first two words are short for other bodies", "أنشئ المجلس الوطني للغات والثقافة المغربية", []string{"المجلس الوطني للغات والثقافة المغربية=body"}, nil},
		{"but not where the first two words are a body of the list", "قالت ممثلة الاتحاد الأوروبي لمراكز الأقمار الصناعية ذلك. وقالت الهيئة المحلية للهلال الأحمر", []string{"الاتحاد الأوروبي=body/european-union"}, []string{"الهيئة المحلية للهلال الأحمر"}},
		{"but not where the noun is whose it is", "انتقل إلى مكتب الرئيس الأمريكي", []string{"الأمريكي=country/US"}, []string{"مكتب الرئيس الأمريكي"}},
		{"nor where the body is known without its nationality", "تخرج في جامعة الزقازيق المصرية عام 1977", []string{"المصرية=country/EG"}, []string{"جامعة الزقازيق المصرية"}},
		{"the Red Crescent is a body without a state, and no club", "نظمت هيئة الهلال الأحمر دورة", []string{"هيئة الهلال الأحمر=body"}, nil},
		{"a known body is whole, also in a text with stops set apart", "شهد سوق دبي المالي تداولات كبيرة أمس . وارتفع المؤشر .", []string{"سوق دبي المالي=body/dubai-financial-market"}, []string{"دبي"}},
		{"whoever speaks has no preposition", "وقال سايتو إن المشروع بدأ. وأشاد كوبوس دي ستواردت به", []string{"سايتو=person", "كوبوس دي ستواردت=person"}, nil},
		{"nor a doctor", "وأكد الدكتور بريكان الشلوي أن الأندية تعمل", []string{"بريكان الشلوي=person"}, nil},
		{"a word that is there again and never without its letter", "آن كروجر امرأة بالغة. قرأت رواية كروجر مرتين", []string{"كروجر/كروجر=person"}, []string{"روجر"}},
		{"but a given name behind it speaks for a preposition", "قدم الرئيس شكره لأحمد العتيبي", []string{"أحمد العتيبي=person"}, nil},
		{"a name behind its class word has no preposition", "زار الوفد بلدة كيلس التركية.", []string{"كيلس=place"}, nil},
		{"the و of a class word is no proclitic", "بلغت السيول منطقة وادي لجب أمس", []string{"وادي لجب=place/wadi-lajab"}, nil},
		{"a family name is the person named in full", "التقى أيمن الصفدي الوفد، ثم قال الصفدي إن اللقاء مثمر", []string{"أيمن الصفدي/الصفدي=person/ayman-safadi"}, nil},
		{"so is that of somebody in no list", "أعلن المدير مازن الشوبكي القرار أمس. وأوضح الشوبكي أن التنفيذ قريب.", []string{"مازن الشوبكي/الشوبكي=person"}, nil},
		{"a misspelt family name too", "قال رئيس البلدية انياسيو مارينو إن العمل بدأ. وأضاف ماريانو أنه سيستمر.", []string{"انياسيو مارينو/ماريانو=person"}, nil},
		{"two of one family stay two", "صرح مازن الشوبكي بذلك، ونفى أخوه طارق الشوبكي الخبر.", []string{"مازن الشوبكي=person", "طارق الشوبكي=person"}, nil},
		{"titles leave the span", "استقبل الملك عبد الله الثاني الرئيس فلاديمير بوتين", []string{"عبد الله الثاني=person/abdullah-ii-of-jordan", "فلاديمير بوتين=person/vladimir-putin"}, nil},
		{"of a known name too", "استقبل الملك سلمان ضيوفه، وقدمت الهدية للملك فهد", []string{"سلمان=person/salman-of-saudi-arabia", "فهد=person/fahd-of-saudi-arabia"}, nil},
		{"a famous short name stands alone", "هاتف ماكرون نظيره", []string{"ماكرون=person/emmanuel-macron"}, nil},
		{"spellings that writers exchange", "عبدالفتاح السيسي وعبد المجيد تبون وغوتيريس", []string{"عبدالفتاح السيسي=person/abdel-fattah-el-sisi", "عبد المجيد تبون=person/abdelmadjid-tebboune"}, nil},
		{"المملكة is decided by the document", "زار أيمن الصفدي عواصم عدة، وأكد موقف المملكة الثابت والأردن داعم.", []string{"المملكة/الأردن=country/JO"}, nil},
		{"vowel marks tell city and state apart", "عاد الوفد إلى عمّان بعد لقاء في سلطنة عُمان", []string{"عمّان=place/amman"}, nil},
		{"a ministry of one state", "أعلنت وزارة الخارجية الروسية ذلك", []string{"وزارة الخارجية الروسية=body/ru-ministry-of-foreign-affairs"}, nil},
		{"a place in a competition's name is none", "فاز الفريق بلقب كأس إسبانيا للمرة الثالثة", nil, []string{"إسبانيا"}},
		{"a class word makes one name", "نقل المصابون إلى مستشفى إبراهيم الشوبكي أمس", []string{"مستشفى إبراهيم الشوبكي=body"}, nil},
		{"a street named after a president", "تجمع المحتفلون في شارع الرئيس جمال عبد الناصر أمس", []string{"شارع الرئيس جمال عبد الناصر=place"}, nil},
		{"Latin letters in parentheses are the name before", "يستخدم كثيرون غوغل (Google) كل يوم", []string{"غوغل/Google=body/google"}, nil},
		{"an acronym in parentheses too", "قال مجلس العلاقات الأمريكية الإسلامية (كير) إن الشكوى قدمت", nil, []string{"كير)"}},
		{"a month is no family name", "عقد اللقاء في 15 شباط 1929", nil, []string{"شباط"}},
		{"على is not علي", "حصل الفريق على سلامة لاعبيه في المباراة", nil, []string{"على سلامة"}},
		{"drawn-out words", "يا فلسطييييين", []string{"فلسطييييين=country/PS"}, nil},
		{"no space after the full stop", "عاد إلى السودان.متى تنتهي الحرب", []string{"السودان=country/SD"}, nil},
		{"a given name alone is the one person of that name", "قال مصطفى الشوبكي إن العمل بدأ، وأضاف السيد مصطفى أنه سيستمر", []string{"مصطفى الشوبكي/مصطفى=person"}, nil},
		{"but not behind a king's title", "قال سعود الدعجاني إن الحفل أقيم في مدينة الملك سعود", nil, []string{"سعود الدعجاني/سعود"}},
		{"a paper in quotation marks is no place", "دبي: «الخليج» افتتح المعرض أمس. وقالت دول الخليج إنها ستشارك", []string{"الخليج=body/al-khaleej", "الخليج=place/persian-gulf"}, nil},
		{"a class word makes another body of an ordinary word", "ارتفع سهم بنك الخليج الأول", nil, []string{"الخليج"}},
		{"north of a continent is not the continent", "في الشرق الأوسط وشمال أفريقيا", []string{"شمال أفريقيا=place/north-africa"}, nil},
		{"a nationality with another seat of its hamza", "في العاصمة الأثيوبية", []string{"الأثيوبية=country/ET"}, nil},
		{"a name that a model lets start with بن", "وقال المهندس علي بن شاهين السويدي إن الدائرة جاهزة", []string{"علي بن شاهين السويدي=person"}, nil},
		{"a ministry without its state is that of the state spoken of", "قالت وزارة الداخلية التونسية إن التحقيق بدأ في تونس. وأضافت وزارة الداخلية أنه سري", []string{"وزارة الداخلية التونسية/وزارة الداخلية=body/tn-ministry-of-interior"}, nil},
		{"a compound given name alone", "ولد عبد السلام الشوبكي في القرية، ثم انتقل عبد السلام إلى المدينة", []string{"عبد السلام الشوبكي/عبد السلام=person"}, nil},
		{"a class word makes another listed body", "قالت الأستاذة بجامعة الأزهر إن الأزهر وافق", []string{"جامعة الأزهر=body/al-azhar-university", "الأزهر=body/al-azhar"}, nil},
		{"a short name of another state's body keeps no link", "قبض أعوان الحرس الوطني بالقصرين على مهرب في المنستير", []string{"الحرس الوطني=body"}, nil},
		{"a birthplace is not Muscat", "عاد الفنان إلى مسقط رأسه في المغرب أمس", nil, []string{"مسقط"}},
		{"a tanwin makes another word of a town's name", "تسلم المحافظ درعاً تذكارية في الرياض", nil, []string{"درعاً"}},
		{"a little-known town far from all else is an ordinary word", "قال الطبيب في الشارقة ودبي إن الشريان التاجي سليم", nil, []string{"التاجي"}},
		{"invocations are no names", "قال الأمير رحمه الله إن رجال الأمن يحمون بيوت الله", nil, []string{"رحمه الله", "بيوت الله", "رجال الأمن"}},
		{"a nationality that is an ordinary word needs its state", "ناقشت اللجنة السياسة المالية ومنتجات الألبان والسنة القمرية ومجريات الجلسة", nil, []string{"المالية", "الألبان", "القمرية", "مجريات"}},
		{"and has it here", "زار الوفد جمهورية مالي، والتقى الرئيس المالي هناك", []string{"جمهورية مالي/المالي=country/ML"}, nil},
		{"an airport is not its town", "هبطت الطائرة في مطار عدن، ورست السفينة في ميناء الحديدة", []string{"مطار عدن=place/aden-airport", "ميناء الحديدة=place/hodeidah-port"}, nil},
		{"nor is a dam in no list", "تجول الزوار على ضفاف سد جازان الكبير في عسير", []string{"سد جازان=place"}, nil},
		{"a town with its class word is the town", "وصل الوفد إلى مدينة عدن", []string{"مدينة عدن=place/aden"}, nil},
		{"a quarter of a name that many towns have", "قالت وزارة الداخلية السعودية إن السعودية فتحت مركزا في حي الخالدية بجدة", []string{"حي الخالدية=place"}, nil},
		{"an ordinary word behind an honorific is the family name", "استقبل الوزير الدكتور سعد بن سعيد الحجري، ثم قدم الشيخ الحجري هديته", []string{"سعد بن سعيد الحجري/الحجري=person"}, nil},
		{"behind a noun it is an adjective", "استقبل الوزير الدكتور سعد بن سعيد الحجري، ثم زارا آثار العصر الحجري", []string{"سعد بن سعيد الحجري=person"}, nil},
		{"a Latin name with a given name", "شارك في العرض المخرج Martin Hallström أمس", []string{"Martin Hallström=person"}, nil},
		{"a Latin name that says what it is", "بحسب دراسة أجرتها Bergen Marine Institute نشرت أمس", []string{"Bergen Marine Institute=body"}, nil},
		{"the name of a product is none", "أطلقت الشركة تطبيق Blue Harvest وجهاز Nova Player", nil, []string{"Blue Harvest", "Nova Player"}},
		{"hashtags", "#غزة_تحت_القصف", []string{"غزة=place/gaza-city"}, nil},
		{"no name in plain prose", "قال إنه كان يقرأ الكتاب في البيت حتى الصباح", nil, []string{"الكتاب", "البيت", "كان"}},
	}
	for _, test := range tests {
		rec := process(t, Options{}, test.text)
		got := listed(rec)
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %s\n no %s in %q", test.rule, test.text, want, got)
			}
		}
		for _, e := range rec.Entities {
			for _, m := range e.Mentions {
				if slices.Contains(test.not, m.Text) {
					t.Errorf("%s: %s\n %s is marked as %s", test.rule, test.text, m.Text, e.Type)
				}
			}
		}
	}
}

// TestNoRoles: plurals, verbs and the insides of names are nobody's office.
func TestNoRoles(t *testing.T) {
	for _, text := range []string{"ضم المدرب اللاعبين سامي العمري وفهد الزهراني", "طالب سامي العمري بحقه", "قرأت كتاب سامي العمري كله"} {
		for _, e := range process(t, Options{}, text).Entities {
			if len(e.Roles) > 0 {
				t.Errorf("%s: %s has roles %q", text, e.Name, e.Roles)
			}
		}
	}
}

func TestRoles(t *testing.T) {
	tests := []struct{ text, name, country, role string }{
		{"أجرى وزير الخارجية وشؤون المغتربين أيمن الصفدي محادثات", "أيمن الصفدي", "JO", "وزير الخارجية وشؤون المغتربين"},
		{"قال رئيس الوزراء محمد شياع السوداني اليوم", "محمد شياع السوداني", "IQ", "رئيس الوزراء"},
		{"صرح وزير الصحة السوداني هيثم محمد إبراهيم بذلك", "هيثم محمد إبراهيم", "SD", "وزير الصحة"},
		{"وقال سامح شكري، وزير الخارجية، إن اللقاء مثمر", "سامح شكري", "EG", "وزير الخارجية"},
		{"قال المتحدث الرسمي لمركز الملك سلمان للإغاثة والأعمال الإنسانية رأفت الصباغ إن العمل بدأ", "رأفت الصباغ", "", "المتحدث الرسمي لمركز الملك سلمان للإغاثة والأعمال الإنسانية"},
		{"استقبل نائب خادم الحرمين الشريفين صاحب السمو الملكي الأمير محمد بن نايف الوفد", "محمد بن نايف", "SA", "نائب خادم الحرمين الشريفين"},
		{"حدد رئيس الوزراء البريطاني ديفيد كاميرون موعد التصويت", "ديفيد كاميرون", "GB", "رئيس الوزراء"},
		{"وصل وزير الحرس الوطني الأمير متعب بن عبدالله إلى الرياض", "متعب بن عبدالله", "SA", "وزير الحرس الوطني"},
		{"ويقول سلامة الجوهري، مدير وحدة مكافحة الإرهاب السابق، إن الأمر خطير", "سلامة الجوهري", "", "مدير وحدة مكافحة الإرهاب السابق"},
		{"قدم المدرب شكره للاعب سامي العمري على جهده", "سامي العمري", "", "اللاعب"},
	}
	for _, test := range tests {
		rec := process(t, Options{}, test.text)
		found := false
		for _, e := range rec.Entities {
			if e.Type == "person" && e.Mentions[0].Text == test.name {
				found = true
				if e.Country != test.country || !slices.Contains(e.Roles, test.role) {
					t.Errorf("%s: %s of %s with roles %q, want %s, %q", test.text, test.name, e.Country, e.Roles, test.country, test.role)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s in %q", test.text, test.name, listed(rec))
		}
	}
}

func TestUserListsWin(t *testing.T) {
	list := "name\ttype\tid\nروسيا\tbody\tbody/cafe\nليلى الزهراني الحداد\tperson\tstaff/layla\n"
	entries, err := gazetteer.ReadUser("staff.tsv", strings.NewReader(list), func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	got := listed(process(t, Options{User: []*gazetteer.Index{gazetteer.BuildUser(entries)}}, "التقت ليلى الزهراني الحداد أصدقاءها في روسيا"))
	for _, want := range []string{"روسيا=body/cafe", "ليلى الزهراني الحداد=staff/layla"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %s in %q", want, got)
		}
	}
}

func TestExplainShowsTheLosers(t *testing.T) {
	rec := process(t, Options{Explain: true}, "قالت جامعة الدول العربية إن البيان صدر في القاهرة")
	if len(rec.Explain) == 0 {
		t.Fatal("nothing lost")
	}
	for _, c := range rec.Explain {
		if c.Why == "" || c.Text == "" {
			t.Errorf("%+v has no reason", c)
		}
	}
}

func TestReferenceDates(t *testing.T) {
	w := NewWorker(Options{Only: record.Dates, Reference: "2024-05-14"})
	for _, test := range []struct{ date, want, from string }{{"2020-08-23", "2020-08-22", "record"}, {"", "2024-05-13", "flag"}} {
		rec, err := w.Process(&document.Document{ID: "x", Text: "وصل الوفد أمس", Date: test.date})
		if err != nil || len(rec.Dates) != 1 || rec.Dates[0].Value != test.want || rec.DateFrom != test.from {
			t.Errorf("date %q: %v from %q, %v; want %s from %s", test.date, rec.Dates, rec.DateFrom, err, test.want, test.from)
		}
	}
	rec, err := w.Process(&document.Document{ID: "x", Text: "وصل الوفد أمس", Date: "23rd of May"})
	if err == nil || len(rec.Dates) != 1 {
		t.Errorf("a date that cannot be read gives %v and %d dates, want an error and the expression", err, len(rec.Dates))
	}
}

func ExampleWorker_Process() {
	w := NewWorker(Options{Only: record.Entities})
	rec, _ := w.Process(&document.Document{ID: "x", Text: "وروسيا"})
	fmt.Println(rec.Entities[0].ID, rec.Entities[0].Mentions[0].Start)
	// Output: country/RU 1
}
