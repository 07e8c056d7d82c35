/** The names one person may go by, the most formal first: a family between two semicolons. */
export const givenNameFamilies = `
  robert bob bobby rob robbie bert roberto robin rupert bobo; william bill billy will willy
  willi liam wim willem wilhelm guillaume guillermo guglielmo helmut memo; margaret peggy meg
  maggie madge marge margie greta gretchen rita margarita margarete grete gretel margit margot
  daisy malgorzata gosia malgosia marketa marguerite margherita mairead margarida; richard dick
  rick ricky rich richie ricardo riccardo ryszard; elizabeth elisabeth liz lizzy lizzie beth
  betty bettina bess elsa else lisa liesl lisbeth elise ilse sisi eliza isabel isabella isabelle
  bella elisa elzbieta ela elisaveta liza alzbeta betka erzsebet erzsi bozsi; james jim jimmy
  jamie jacob jakob jakub kuba jake jacques jacobo giacomo santiago diego iago tiago jaime
  seamus yakov yasha jaap jacopo hamish jaakko; john jack johnny jan ian ivan johannes hans
  johann hannes jean juan giovanni gianni joao sean vanya johan jens jon jos joop hansi janek
  honza jenda janos jancsi jani juhani juha ioannis yannis giannis ion ivo iwan gyan vano jovan
  yohan ioan euan hanns hansl johnathan; edward ed eddie ted teddy ned eduard eduardo edoardo
  edvard edu; theodore ted teddy theo theodor fyodor fedor fedya teodoro; charles chuck charlie
  carl karl carlos carlo karel kalle karoly karcsi charly chaz; mary molly polly marie maria
  mariam miriam mia mimi masha maja mitzi maire marija marya mascha manya marika marica mara ria
  maryam mariana marisa marita maruska mariska maricarmen; joseph joe joey jose pepe josef sepp
  seppi giuseppe beppe peppe peppino pino jozef jozsef jozsi youssef yusuf yousef yousuf ze jo
  josip joze osip pepito pepa jupp yosef josep jef zezinho; francisco paco pancho curro kiko
  chico frank francis franz francesco franco cisco francois ferenc feri frans franciszek franek
  frantisek franta fran frankie fritz franjo kico; catherine katharina kathe katherine kate
  katie kathy cathy kitty kit kathleen kay trina karin karen katja katya katarina katarzyna
  kasia kaska katka katerina ekaterina catalina caterina caitlin kati katalin kata katrin
  catarina kathi katinka rina yekaterina katrina carina karina; anna ann anne annie ana anya
  anja anita anka ania nina anouk annette annika hania anicka asya nan nancy anuska; hannah
  hanna jo hanne johanna hana joanna janna giovanna juana jana jane joan janet jean jeanne
  ioanna asia janey jenny janine joana; alexander alex sasha sascha alec al alessandro sandro
  ale alejandro xander sander aleksander olek sandor sanyi alexandros alexandre alik shura sanya
  iskander lex sandy alekos oleksandr; alexandra alex sasha sascha sandra sandy alessandra ale
  alejandra alexa lexi aleksandra ola shura sanya xandra oleksandra; anatoly tolya anatol
  anatolij; susan sue susie suzy susanna susanne suzanne zsuzsa zsuzsanna zsuzsi zuzana zuzanna
  zuza susana suse; michael mike mick mickey micky mikey miguel mikhail misha michel michele
  mikael mihaly misi mikolaj michal micha mischa mitch michail mihail mihai miki; nicholas nick
  nicky nico nicolas nikolai kolya nikolaus klaus claus niklas nils niels nicola miklos niko
  nikos nikolaos mikolaj mykola nikolay; peter pete pedro pietro piet pierre petr pyotr petya
  piotr piotrek per peer pekka petter pelle pal pero petar petros perico boutros peder petro;
  paul pablo paolo pavel pawel pal pali pauli paulo pasha paavo pasquale poul pavlos pavlo;
  stephen steve steven stefan stephan esteban stefano stevie stepan istvan pista etienne estevao
  szczepan staffan; thomas tom tommy tomas tomasz tommaso tamas toma thom tomek tuomas massimo
  tomi; daniel dan danny dani daniele danilo danila danil danek; david dave davy davide dawid
  dudu dodi davit dawood daud; anthony tony antonio toni tonio anton antoine antoni antek anto
  tonino toon antal antonin tonda antonis tono; andrew andy drew andreas andre andrea andres
  andrey andrei andrzej jedrzej andras bandi anders antti ondrej andriy andreu andrija dre;
  christopher chris kit christoph christophe cristobal topher christos christian kris krzysztof
  krzys cristiano; christina chris tina kristina kirsten christine christiane christa kristin
  christel cristina krysia krystyna chrissy stina christin kristine; matthew matt matteo mateo
  matthias mathias mats mateusz matej matyas mathieu mattia matthieu matty matias matvey motya
  hias; samuel sam sammy samuele; samantha sam sammy; patrick pat paddy patricio patrizio
  padraig patryk; patricia pat patty pattie trish patrizia patrycja tricia patsy; philip phil
  felipe philipp filip philippe filippo pip fulop; lawrence larry lars lasse laurence lorenz
  lorenzo laurent lauri lorcan lenz wawrzyniec laurens lourenco lenny; henry harry hank heinrich
  heinz enrique kike enrico henri henrik hendrik henk hal henryk heiner rico hein heikki
  jindrich henrique arrigo quique; george jorge georg giorgio georges jerzy jurek yuri yura
  giorgos yiorgos jiri jirka gyorgy gyuri jurgen jorg jordi goran yorgos georgi georgy jurij
  egor geordie joris juri georgios djordje jiorgos; louis lou luis luigi gigi ludwig lewis louie
  ludovico aloys alois lutz luiz lajos lojza gino ludek; louise lou luisa lulu luise louisa
  ludmila lotte; ronald ron ronnie; ronaldo ronald; donald don donnie; kenneth ken kenny;
  gregory greg gregor grigory grisha gregorio grzegorz gergely gergo hryhoriy grega; benjamin
  ben benny benji beniamino; benedict ben bene benedikt benedetto benito; joshua josh; jonathan
  jon jonny nathan johnny; timothy tim timmy timo timotheus timofey tima; jeffrey jeff geoffrey
  geoff geo gottfried; gerald gerry jerry gerard gerhard gerd gert gerardo gherardo; jeremy
  jerry jeremias jeremiah jeremie; eugene gene evgeny yevgeny zhenya eugen eugenio jewgeni;
  evgenia zhenya eugenia yevgenia; vladimir vova volodya vlad wladimir volodymyr wolodja;
  vladislav vlad slava; dmitry dima mitya dmitri dmytro dimitri dimitrios dimitris mitja; sergey
  serge sergio seryozha serhiy sergej sergi serjoscha; nikita nik; boris borya; pavel pasha;
  maxim max maximilian maxi maksim maks maksym maximus massimiliano massimo; anastasia nastya
  nastja asya stacy ana stasia anastasija natasa; natalia natasha natalie nathalie nata natalja
  talia natalya natalka; tatiana tanya tania tatjana tanja; svetlana sveta lana swetlana; olga
  olya olja ola olha; irina ira irene irena irka irine irenka; elena lena helen helena helene
  ellen eleni yelena alyona ilona nell ellie ilka jelena olena nelly ileana leni; galina galya;
  ludmila lyuda mila; larissa lara larisa; valentina valya vale tina; valentin valya valik;
  victoria vicky vika viki vicki viktoria tori wiktoria vittoria vic; victor vic vitya viktor
  vittorio wiktor; julia julie juliana jule juliette giulia yulia juli iulia julianna yuliya
  julita julka giulietta juliet; julius julian jules julio giulio gyula julien juliano; sofia
  sophie sonja sonya zofia zosia sophia sofie zsofia fia fifi sofya; magdalena lena magda
  madeleine maddalena magdi leni lene malin magdolna maddie madeline; theresa terry tess teresa
  tessa resi terezia teri therese tere thea tereza terka; barbara barb barbie babs babsi varvara
  basia bara barbora borbala barbra varya; dorothy dot dottie dolly dorothea dora dorota dorit
  thea dorothee; rebecca becky bec rebekka rebeca rivka; deborah deb debbie debora; jennifer jen
  jenny jenna; jessica jess jessie; kimberly kim kimmy; pamela pam; angela angie angelika
  angelina geli angeles andzela; veronica ronnie vero veronika vera roni weronika; virginia
  ginny gina; alice ali alicia alisa lici alicja alison aliz; abigail abby gail; amanda mandy;
  cynthia cindy; guadalupe lupe lupita; ignacio nacho ignaz ignatius inigo ignazio ignacy;
  dolores lola loli; concepcion concha conchita; rosario charo rosa rosie rose rosalia rosita
  roza rosemary; mercedes merche; encarnacion encarna; consuelo chelo; jesus chus chuy; rafael
  rafa raffaele raphael raffael; manuel manolo manu emanuel emanuele manny lolo manel; fernando
  nando fer ferdinand ferran; alfonso fonso poncho alphonse; alberto beto albert al bert berto
  albrecht adalbert bertie; gabriel gabi gabe gabriele gabor; gabriela gabi gabriele gabriella
  gaby; eduardo lalo edu; sebastian seb basti bastian seba sebastien sebastiano sepp; dominic
  dominik dom nick domenico domingo mimmo dominique; salvatore toto salvo salvador turi;
  vincenzo enzo vincent vince vicente vinny vinzenz cenzo; lorenzo enzo renzo; raymond ray
  raimund ramon raimondo moncho; leonard leo lenny len leonardo leon leonid lyonya leonhard
  lennart leopold poldi; walter wally walt wouter; frederick fred freddy fritz friedrich
  federico fede frederic fryderyk fiete frederik rico; alfred alf fred alfredo freddy; arthur
  art artie arturo artur; harold harry hal harald; stanley stan stanislaw stas stanislav staszek
  standa slava; bernard bernie bernd bernhard bernardo benno; gustav gus gusti gustavo gusztav
  gusten; august gus augustin gusti agustin austin; ernest ernie ernst ernesto erno; eric erik
  erich erick eirik; konrad kurt conrad conny corrado radek; rudolf rudi rolf rodolfo ralf raoul
  rudy; ulrich uli ulli ueli ulrik; ulrike uli rike ulla ulli; matilda tilly tilda mathilde
  maud; wilhelmina minna wilma mina minnie helmine; friederike rike frieda fritzi; josephine
  josie josefina pepita jo josefa fina pepi giuseppina; charlotte lotte charlie lottie carla
  lotta carlotta karla carola; caroline carrie karoline carolina lina karolina karola; adelheid
  heidi adele heide alida; gertrude trudi trude gerti gertrud; ursula uschi ulla urszula ula
  orsola orsi; brigitte gitte gitta britta birgit bridget brigid biddy brigida; sigrid siri
  siggi; siegfried siggi sigi sigfrid; wolfgang wolf wolfi wulf; joachim jochen achim joaquin
  quim chimo gioacchino jochim kim; jurgen jorg; reinhard reinhold reiner rainer; sabine bine
  sabina; simon simone shimon szymon semyon simeon simao; simone simona; emily emma em emilia
  emmy milly millie emilie emi mila; emil emilio emile milo; eva eve evi evita ewa ewka eefje
  evie; agnes ines agnieszka aga inez agnese anezka agi; cecilia celia cecily silke cilla cecile
  cecylia sheila; lucy lucia luz lucie luci lucille lucja lucija; luke lucas luca lukas lukasz
  luka luc loukas; mark marc marco marcos markus marcus marek markos marko; martin marten marcin
  martino martti maarten marton morten marci; marta martha marthe; mohamed muhammad mohammed
  muhammed mehmet mohammad mo mohd mamadou hamid mehmed muhamed magomed; ahmed ahmad ahmet
  amadou; abdullah abdallah abdulla abdul abdou; abdulrahman abdul abdelrahman rahman
  abderrahmane; ibrahim abraham avi abe brahim ibrahima avraham abram ibo; fatima fatma
  fatoumata fatemeh fatimah fatou; aisha ayse aicha ayesha aysha; hussein hossein husain huseyin
  hussain; hassan hasan hasso; omar umar omer oumar; ali aly; khadija hatice khadidja; mustafa
  mostafa moustapha mustapha; moses moshe musa moussa moises moise; isaac yitzhak ishaq itzik
  ike; zachary zach zack zak zacharias; nathaniel nat nate nathan; dennis denis denys denise
  dionysios; denise denisa; douglas doug; russell russ; leslie les; sidney sid sydney; clarence
  clancy; curtis curt kurt; abel abelardo; florence flo florian flora; florian flo flori; tobias
  toby tobi tobiasz; oliver oli ollie olivier oliviero; olivia liv livia livvy; valerie val
  valeria valery; gwendolyn gwen; penelope penny; jozefina jozka; lucas lucca; georgina gina
  georgia georgette; regina gina reggie; reginald reggie reg; mikko mikael; laszlo laci
  vladislaus laslo; bela adalbert vojtech; vaclav vasek venceslas wenzel waclaw; vasily vasya
  vasil basil vasilis vassilis vasyl bazyli; konstantin kostya kostas konstantinos costa
  constantin; athanasios thanasis thanos; panagiotis panos takis; spyridon spyros; evangelos
  vangelis; xavier javier javi xavi xaver; maricarmen carmen carmela mamen; pilar pili; salome
  sally; sarah sally sara sadie sarita; susanne sanne; lieselotte lilo liselotte lotte liesl;
  annemarie annamaria annmarie; ruediger rudi rudiger; jamal djamel jamel gamal djamal; emanuel
  manuel manu immanuel; wojciech wojtek vojtech vojta adalbert; zbigniew zbyszek; jaroslaw jarek
  jaroslav jarda yaroslav yarik; slawomir slawek; miroslaw mirek miroslav mirko; tadeusz tadek
  thaddeus tad thaddaus; kazimierz kazik; lech leszek; jadwiga jaga hedwig hedi hedy; danuta
  danka; ladislav lada; bohumil bohous; ilya ilyusha elijah elias ilja eli; arkady arkasha;
  gennady gena; valery valera; vyacheslav slava vjaceslav; lyubov lyuba; nadezhda nadya nadja
  nadia; lidia lida lydia; raisa raya; zinaida zina; ksenia ksyusha xenia oksana oxana; polina
  polya pauline; daria dasha darya; kirill kirya cyril; roman roma romek; igor gosha; artem
  tyoma artyom; gonzalo gonza; graciela chela; trinidad trini; purificacion puri; inmaculada
  inma; asuncion asun; milagros mila; montserrat montse; eulalia lali; josemaria chema txema;
  mariajose majo cote; mariateresa maite maitere; mariaisabel maribel; luismiguel luismi;
  juanmanuel juanma; juancarlos juanca; franciscojavier fran patxi; raffaele lello; francesca
  franca cesca francisca chica paquita paca; dietrich dieter; heidemarie heidi; hannelore hanne
  lore; eleonore eleanor nora lore nell ellie eleonora leonore; gisela gisi; hildegard hilde
  hilda; irmgard irmi; waltraud traudl; rosemarie rosi; kaspar caspar jasper casper; cornelis
  kees cor cornelius corneel conny; cornelia corrie nel conny nele; bartholomew bart
  bartholomaus bartosz bartek bartolome bartolomeo; sebastiaan bas; adriaan arie adrian ad
  adriano; nicolaas klaas; birgitta gitta; suleyman sulo solomon sol suleiman soliman sulejman
  salomon; abdelkader kader abdulkadir; abdelaziz aziz abdulaziz; noureddine nour; salaheddine
  salah; guilherme gui; barnabas barney; archibald archie; desmond des; gilbert gil; howard
  howie; malcolm mal; marvin marv; melvin mel; melanie mel; mitchell mitch; norman norm;
  roderick rod; rodney rod; rosalind roz; stuart stu stewart; terence terry terrence; wesley
  wes; winifred winnie; winston winnie; beatrice bea bee beatriz beatrix trixie; cassandra cass
  cassie; constance connie konstanze; frances fran francine; gillian jill gill; harriet hattie;
  henrietta hetty henriette jette; jacqueline jackie jacky; judith judy judit jutka; lillian
  lily lilly liliana lilian; marilyn mari; marjorie marge; michelle shelly michaela micha
  michele; mildred millie; millicent millie; nicole nicky nikki nicola nicoletta; philippa pippa
  pip; priscilla cilla; rachel rae raquel rahel; roberta bobbie berta; stephanie steph steffi
  stefanie stefania stephania; vanessa nessa; isidore izzy isidro; clemens clem clement clemente
  klemens; roger rog rogelio; edmund ed ned edmond; leopoldo polo; mauricio moritz maurice moe
  maurizio; oswald oz ossi oswaldo; percival percy; josiah joe si; hubert hubi bert umberto
  humberto; norbert bert nobby; herbert herb bert herbie; gunther gunter gunnar; rosario charo;
  xiomara xio; yevhen zhenya; evgeny yevhen jevgenij; wolodymyr volodymyr; khristina khrystyna;
  oluwaseun seun; oluwafemi femi; temitope temi; chukwuemeka emeka; ngozi ngo; babatunde tunde;
  krishnamurthy krishna; subramaniam subbu mani; venkatesh venkat venky; rajesh raj raju;
  rajendra raj; vijay viju; lakshminarayanan lakshmi; harpreet harry; gurpreet guri; katayoun
  katy; mohsen mo; mahmoud hamoudi mahmud mehmud; yitzchak itzik; yehuda judah yudi; shlomo
  solomon; yaakov kobi jacob; rivka rivky; chaim haim`;
