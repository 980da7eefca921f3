# Checkstyle's and JUnit's XML is well-formed by libxml2, and has the elements that their readers look for.
# build-free
set -u
. tests/report/formats_input.sh
command -v xmllint >/dev/null 2>&1 || skip_test "there is no xmllint"
work=$WORK/xml
formats_input "$work" || exit 1
findings=$(grep -c ': \(error\|warning\|advice\)\[' "$work/reports/concise")
skipped=$(grep -c ': skipped\[' "$work/reports/concise")

# count FILE XPATH NUMBER
count() {
    got=$(xmllint --xpath "count($2)" "$1") || exit 1
    [ "$got" = "$3" ] || { echo "$1: $got of $2, not $3"; exit 1; }
}
xmllint --noout "$work/reports/checkstyle" "$work/reports/junit" || exit 1
count "$work/reports/checkstyle" "/checkstyle/file/error[starts-with(@source, 'curfew.') and @line > 0]" $((findings + skipped))
count "$work/reports/checkstyle" "//error[@column]" "$findings"
count "$work/reports/checkstyle" "//file[@name = following-sibling::file/@name]" 0
count "$work/reports/junit" "/testsuites/testsuite/testcase/failure" "$(grep -c ': \(error\|warning\)\[' "$work/reports/concise")"
count "$work/reports/junit" "//testcase/skipped" "$skipped"
count "$work/reports/junit" "//testcase[contains(@classname, \"'c<&>]]>,:%41;.go\")]" 1
# The schemas that the formats' owners never published, by what Checkstyle's and Jenkins' readers take.
cat >"$work/checkstyle.dtd" <<'DTD'
<!ELEMENT checkstyle (file*)>
<!ATTLIST checkstyle version CDATA #REQUIRED>
<!ELEMENT file (error*)>
<!ATTLIST file name CDATA #REQUIRED>
<!ELEMENT error EMPTY>
<!ATTLIST error line CDATA #REQUIRED column CDATA #IMPLIED severity (ignore|info|warning|error) #REQUIRED
    message CDATA #REQUIRED source CDATA #REQUIRED>
DTD
cat >"$work/junit.dtd" <<'DTD'
<!ELEMENT testsuites (testsuite*)>
<!ATTLIST testsuites name CDATA #IMPLIED tests CDATA #IMPLIED failures CDATA #IMPLIED errors CDATA #IMPLIED>
<!ELEMENT testsuite (testcase*)>
<!ATTLIST testsuite name CDATA #REQUIRED tests CDATA #REQUIRED failures CDATA #IMPLIED errors CDATA #IMPLIED
    skipped CDATA #IMPLIED>
<!ELEMENT testcase ((failure|error|skipped)?,system-out?)>
<!ATTLIST testcase classname CDATA #REQUIRED name CDATA #REQUIRED time CDATA #IMPLIED>
<!ELEMENT failure (#PCDATA)>
<!ATTLIST failure type CDATA #IMPLIED message CDATA #IMPLIED>
<!ELEMENT error (#PCDATA)>
<!ATTLIST error type CDATA #IMPLIED message CDATA #IMPLIED>
<!ELEMENT skipped (#PCDATA)>
<!ATTLIST skipped message CDATA #IMPLIED>
<!ELEMENT system-out (#PCDATA)>
DTD
for format in checkstyle junit; do
    xmllint --noout --dtdvalid "$work/$format.dtd" "$work/reports/$format" || exit 1
done
