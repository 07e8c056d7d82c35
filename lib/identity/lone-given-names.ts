/** Names without short forms, known so that none passes for a typo of another. */
export const loneGivenNames = `
  marian lin han jo yun shin aaron abena adam ade aidan akira alan alberta alfonsina alina ama
  amara amelia amina amir amit amy anil anjali antonia arjun armin arne arno ashley astrid
  audrey axel beate bianca bjorn brian bruno bryan cameron camille carol carolyn chantal chiara
  chinedu chloe clara claudia claudio colin corinna craig dagmar daniela dario darius dean
  deepak derek detlef diana dina dirk doris dylan eberhard edgar edith eduarda egon ekkehard
  eliot elke elvira emre erika erin esther ethan evan fabian fabio felicia felix finn fiona
  franziska friedhelm gareth gavin gerda glenn gloria gordon grace graham guido hamza hanno hao
  haruto hector heike hermann hiroshi holger horst hugo hui imran inga inge ingeborg ingo ingrid
  iris isla ivana jasmin jasmine jason ji jin jing joel jonas jordan joyce justin jutta kai
  karim katniss kavita keiko keith kenji kerry kerstin kevin khalid kian kira kofi kwame laura
  lauren layla lea leah lee lei leila leonie linda linh linus logan loren luna malte manfred
  marcel marcella marina mario marion marlene martina maya mehdi merle merve mette min ming minh
  mona monica monika murat nabil nadine naoki naomi neha neil nikola noah noel noor olaf oleg
  oscar otis otto owen paolina paula petra pia pooja priska priya quentin rahul ralph rami raul
  ravi renata renate rene ricarda roland ruben ruth ryan sabrina sakura salma samir sanjay santi
  selma serena shane shirley sibylle silvia silvio sonia soren stella sunil susi sven sylvia
  tabea takeshi tamara tara tarek tariq teo thilo tilo udo ulf urs ute uwe verena vikram viola
  vivian volker walid wanda wendy werner yann yara yasmin ying yuki yumi yves yvonne zainab zara
  zeynep ziad zoe`;
