package π

var größe, 世界, _ñ, été٣ = "日本", 'é', `ラ`, 1
