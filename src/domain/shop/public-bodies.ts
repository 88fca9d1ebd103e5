/** Words of names, and why they stand in the list. */
interface NameWords {
  readonly reason: string;
  readonly words: readonly string[];
  /** Ordinary words in which one of them occurs. */
  readonly except?: readonly string[];
}

/**
 * Words that make a name that of a public body. No store, host or account here may have such a name:
 * a card in a chat shows the name and little else, and people hand over money and data to an office
 * without a question. The list is our judgement, not taken from a source.
 */
const PUBLIC_BODIES: readonly NameWords[] = [
  {
    reason: 'governments and their offices',
    words: ['政府', '国务院', '管委会', '街道办', '办事处', '人大常委', '政协', '政务', '信访'],
    except: ['政府路', '政府街', '政府巷', '政府旁', '政府对面', '政府后街', '政府大院旁'],
  },
  {
    reason: 'committees of the party, of places and of people',
    words: ['委员会', '党委', '纪委', '监委', '居委会', '村委会', '区委', '市委', '共青团', '妇联'],
    except: ['小区委托'],
  },
  {
    reason: 'courts, prosecutors and police',
    words: [
      '法院',
      '检察院',
      '公安局',
      '公安厅',
      '公安部',
      '公安分局',
      '派出所',
      '交警',
      '警察',
      '警方',
    ],
    except: ['法院路', '法院街', '法院旁', '法院对面', '派出所旁', '派出所对面', '警察故事'],
  },
  {
    reason: 'customs and the armed forces',
    words: ['海关', '边检', '消防救援', '解放军', '武警'],
    except: ['山海关', '上海关'],
  },
  {
    reason: 'authorities by their field of work',
    words: [
      '税务',
      '工商',
      '市场监督',
      '市场监管',
      '财政',
      '教育',
      '商务',
      '文旅',
      '文化和旅游',
      '城管',
      '城市管理',
      '交通',
      '交通运输',
      '农业',
      '农业农村',
      '人社',
      '人力资源和社会保障',
      '民政',
      '司法',
      '审计',
      '统计',
      '卫健',
      '卫生健康',
      '应急管理',
      '生态环境',
      '自然资源',
      '住建',
      '水务',
      '林业',
      '体育',
      '科技',
      '发改',
      '发展和改革',
      '工信',
      '药监',
      '药品监督',
      '网信',
      '医保',
      '医疗保障',
      '邮政管理',
      '烟草专卖',
      '气象',
    ].flatMap((field) => [`${field}局`, `${field}分局`, `${field}厅`, `${field}委`]),
    except: ['科技局限', '体育局限', '教育局限'],
  },
  {
    reason: 'bodies that decide about complaints and associations of public law',
    words: ['消费者委员', '消费者协会', '消委会', '仲裁委', '红十字会', '慈善总会', '总工会'],
  },
  {
    reason: "the district's own channels",
    words: [
      '花都发布',
      '花都政务',
      '花都融媒',
      '花都区融媒体',
      '平安花都',
      '花都公安',
      '花都交警',
      '花都税务',
    ],
  },
  {
    reason: 'the same in traditional characters',
    words: [
      '國務院',
      '政協',
      '政務',
      '委員會',
      '黨委',
      '居委會',
      '村委會',
      '區委',
      '檢察院',
      '警察局',
      '海關',
      '稅務局',
      '管委會',
      '街道辦',
      '辦事處',
    ],
  },
  {
    reason: 'the same in English',
    words: [
      'government',
      'municipality',
      'publicsecurity',
      'peoplescourt',
      'procuratorate',
      'policestation',
      'taxbureau',
      'customsoffice',
      'commercebureau',
      'officialhuadu',
      'huadudistrictoffice',
    ],
  },
];

/** Names that are nothing but the name of a place that is governed. */
const PLACES_ALONE = [
  '花都',
  '花都区',
  '广州花都',
  '广州花都区',
  '广州市花都区',
  '广州',
  '广州市',
  '广东',
  '广东省',
  '中国',
  'huadu',
  'huadudistrict',
  'guangzhou',
  'guangdong',
  'china',
];

/**
 * Words that do not make a public body but may mislead: a verifier sees them beside the name. A place
 * in front of a name is usual, and so is a brand's own store.
 */
const MISLEADING: readonly NameWords[] = [
  {
    reason: 'sounds like the brand, the platform or an office itself',
    words: [
      '官方',
      '官网',
      '官號',
      '官号',
      '旗舰',
      '总部',
      '总店',
      '直属',
      '指定',
      '认证',
      '特供',
      '专供',
      'official',
    ],
  },
  {
    reason: 'a place that is governed',
    words: ['花都区', '花都', '广州市', '广东省', '中国', '国家'],
  },
];

/** Signs between the parts of a name, which nothing distinguishes a name by. */
const SIGNS = /[\s\p{P}\p{S}]/gu;

/** A name by what it reads as: without signs, full-width and capital letters. */
function readAs(name: string): string {
  return name.normalize('NFKC').replace(SIGNS, '').toLowerCase();
}

function wordsIn(name: string, lists: readonly NameWords[]): string[] {
  return lists.flatMap(({ words, except = [] }) => {
    const rest = except.reduce((text, word) => text.split(word).join('·'), name);
    return words.filter((word) => rest.includes(word.toLowerCase()));
  });
}

/** The word that makes a name that of a public body, the longest one; null for any other name. */
export function publicBodyIn(name: string): string | null {
  const read = readAs(name);
  if (PLACES_ALONE.includes(read)) return name.trim();
  const [longest] = wordsIn(read, PUBLIC_BODIES).sort((a, b) => b.length - a.length);
  return longest ?? null;
}

/** Words of a name at which a verifier looks twice. */
export function misleadingIn(name: string): string[] {
  const found = wordsIn(readAs(name), [...PUBLIC_BODIES, ...MISLEADING]);
  return found.filter((word) => !found.some((other) => other !== word && other.includes(word)));
}
