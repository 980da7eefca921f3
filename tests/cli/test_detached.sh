# A declaration without reason stands alone on its line in life, where no case can put its mark.
cat >"$WORK/detached.go" <<'END'
package clock

import "time"

var now time.Time

func start() {
	//curfew:detached
	go func() {
		for range time.Tick(time.Second) {
			now = time.Now()
		}
	}()
}

func reset() {
	//curfew:detached
	now = time.Time{}
}
END
"$CURFEW" check --format concise "$WORK/detached.go" >"$WORK/detached.out" && exit 1
sed 's|.*detached.go:||' "$WORK/detached.out" >"$WORK/detached.found"
grep '^8:2: .*unused-detached.*gives no reason' "$WORK/detached.found" || exit 1
grep '^9:2: .*immortal-goroutine' "$WORK/detached.found" || exit 1
grep '^17:2: .*unused-detached.*no goroutine starts' "$WORK/detached.found" || exit 1
[ "$(grep -c '^[0-9]*:2: ' "$WORK/detached.found")" = 3 ]
