// curfew: --level advice
// main ends in a call whose body is not seen, but it gives data: a call that serves has nothing to give.
package main

type Table struct{}

func OpenTable() *Table
func (t *Table) Rows() []string
func (t *Table) Close() error

func main() {
	table := OpenTable()
	defer table.Close()
	for _, row := range table.Rows() {
		println(row)
	}
}
