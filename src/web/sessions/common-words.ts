/** What the passwords of leaked lists are made of, beside digits: words, names, clubs, rows of keys; in small letters. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwort passw0rd pass word motdepasse contrasena contraseña senha wachtwoord haslo heslo lozinka parola parol
  admin administrator root toor login user guest master system server default changeme change secret geheim secreto private
  letmein welcome willkommen bienvenue bienvenido bemvindo welkom hello hallo bonjour hola ciao salut goodbye good morning
  newsroom news writethru breaking editor reporter journalist journalism redaktion redaction desk story headline press
  iloveyou loveyou love lover loveme loves amor amour liebe tequiero teamo jetaime babygirl babyboy baby babe honey sweetheart
  sweet angel angels princess prince princesa prinzessin queen king kingdom beautiful sexy bitch fuckyou fuck fucker asshole
  sunshine sunflower summer winter spring autumn sommer herbst january february march april may june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday montag freitag sonntag
  dragon monkey tiger eagle falcon phoenix wolf lion bear horse butterfly dolphin panther jaguar cheetah spider scorpion
  chicken kitten puppy doggy hunter ranger buster maggie ginger pepper cookie chocolate banana orange strawberry cherry
  apple pineapple cheese bacon pizza coffee football futbol fussball soccer baseball basketball hockey tennis golf cricket
  liverpool arsenal chelsea manchester united city everton tottenham barcelona realmadrid madrid juventus milan inter
  bayern dortmund schalke hamburg cowboys steelers yankees redsox lakers bulls raiders packers patriots eagles
  superman batman spiderman ironman wonderwoman pokemon pikachu naruto minecraft starwars startrek matrix hobbit gandalf
  harrypotter hogwarts gamer gaming player playboy playstation xbox nintendo counter strike fortnite blink metallica nirvana
  slipknot eminem rockstar rocknroll music guitar computer internet google facebook twitter instagram youtube microsoft
  windows apple android samsung nokia iphone linux oracle cisco mustang ferrari porsche mercedes corvette camaro harley
  yamaha honda toyota suzuki michael jennifer jessica ashley daniel andrew joshua matthew thomas anthony robert william
  charlie jordan michelle nicole amanda samantha elizabeth alexander alexandra christian christopher jonathan benjamin
  nathan patrick patricia victoria veronica barbara sandra stephanie andrea maria mario carlos juan jose antonio francisco
  alejandro fernando gabriel isabel daniela valentina nicolas sebastian mohammed mohamed muhammad ahmed fatima ivan
  natasha svetlana katerina johnson williams brown jones garcia smith america american canada england london paris berlin
  newyork california texas florida chicago boston dallas denver houston germany deutschland france spain espana italia
  russia brasil mexico argentina colombia vietnam saigon hanoi korea japan china india pakistan bangladesh
  trustno freedom liberty justice peace forever whatever nothing something everything anything nobody somebody blessed
  jesus christ jesuschrist jesusloves god godisgood church faith hope grace heaven hell satan allah bismillah inshallah
  money dollar euro bitcoin lottery lucky jackpot million success winner champion power powerful thunder lightning storm
  rainbow unicorn diamond crystal silver gold golden platinum purple yellow green black white blue red pink orange
  mother father mommy daddy mama papa brother sister family friend friends familia amigos bestfriend cutie cuties
  access passcode pincode security secure safety network wireless router database backup testing test tester temp
  temporary example sample demo staging production company office business school college university student teacher
  azerty qwerty qwertz qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc zaqxsw asdf asdfgh zxcv qwer poiuytrewq lkjhgfdsa
  mnbvcxz yxcvbnm asdasd qweasd qweasdzxc abcdef abcdefg abc abcd aaaa blah blahblah lol lmao rofl haha hahaha nopassword
  open sesame opensesame correct horse battery staple correcthorsebatterystaple thisismypassword ilovemyself iamthebest
  my your the is a i me you we are am and of in to no not yes new old one two three four five six seven eight nine ten
  `
    .trim()
    .split(/\s+/),
);

/** Rows of keyboards, each also read backwards. */
export const KEY_ROWS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'abcdefghijklmnopqrstuvwxyz',
];
