// The second close is made where the first was not: the map tells.
package cases

func load(kinds []int) map[int]bool {
	records := make(chan int)
	var seen map[int]bool
	go func() {
		for r := range records {
			println(r)
		}
	}()
	for _, k := range kinds {
		if k == 0 && len(seen) == 0 {
			close(records)
			seen = map[int]bool{0: true}
		} else if len(seen) == 0 {
			records <- k
		}
	}
	if len(seen) == 0 {
		close(records)
	}
	return seen
}
